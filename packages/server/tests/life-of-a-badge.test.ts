// The life of a badge, from a name on a list to anybody's verification. Read it from top to bottom.
import { unbake, verifyCredential } from '@boat/openbadges'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, asSystem, type Ctx } from '../src/ctx.ts'
import { createPerson, findPersonByEmail } from '../src/features/accounts/index.ts'
import { createAchievement, getAchievement, publishVersion, saveDraft, startNewVersion } from '../src/features/achievements/index.ts'
import {
  confirmBatch,
  getBatch,
  getCredential,
  issueCredentials,
  listHeld,
  prepareBatch,
  respondToCredential,
  revokeCredential,
  shareCredential,
} from '../src/features/credentials/index.ts'
import { getIssuer, rotateKey } from '../src/features/issuers/index.ts'
import { addMember, createCohort, createOrganization, listCohortMembers, parseRecipients } from '../src/features/organizations/index.ts'
import { claimCredential, createClaim } from '../src/features/passports/index.ts'
import { makeApp, TEST_ORIGIN, type TestApp } from './support/make-app.ts'

let platform: TestApp
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())

const asPerson = (ctx: Ctx, personId: string): Ctx => as(ctx, { kind: 'person', personId, sessionId: personId, isNetworkAdmin: false })

/** As any verifier in the world would: with what the platform publishes, and nothing else. */
async function verify(document: string | Uint8Array, now = platform.ctx.now()) {
  return verifyCredential(document, {
    now,
    load: async (url) => {
      const path = url.replace(TEST_ORIGIN, '')
      const response = await platform.app.request(path.startsWith('http') ? url : path, { headers: { accept: 'application/vc+ld+json, application/json' } })
      return { url, status: response.status, contentType: response.headers.get('content-type') ?? '', body: new Uint8Array(await response.arrayBuffer()) }
    },
  })
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/><path d="M20 33l8 8 16-17" stroke="#fff" stroke-width="6" fill="none"/></svg>'

test('a badge is defined, issued, received, shown, verified and, one day, revoked', async () => {
  const { ctx, app, runJobs, mails } = platform

  // 1 DEFINE. A collège, its documentaliste, and a badge whose published version never changes again.
  const { organizationId } = await createOrganization(ctx, { name: 'Collège Maurice Bedel', type: 'collège' })
  const { personId: documentalist } = await createPerson(ctx, { givenName: 'Maya', familyName: 'Renaud', email: { address: 'maya@bedel.example', isVerified: true } })
  await addMember(ctx, { organizationId, personId: documentalist, roles: ['designer', 'issuer'] })
  const maya = asPerson(ctx, documentalist)

  const content = {
    name: { fr: 'Éco-citoyen', en: 'Eco-citizen' },
    description: { fr: 'Prend soin du lieu où l’on vit ensemble.' },
    criteria: { fr: '- Mener une action utile à tous\n- En parler à sa classe' },
    imageAlt: { fr: 'Une coche blanche sur un rond bleu' },
  }
  const { achievementId } = await createAchievement(maya, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  const { versionId, number } = await publishVersion(maya, achievementId)
  expect(number).toBe(1)
  await expect(ctx.db.updateTable('achievement_version').set({ number: 2 }).where('id', '=', versionId).execute()).rejects.toThrow('immutable')

  // 2 ISSUE. A pasted list becomes a preview, and one click later a job that goes row by row.
  const list = parseRecipients(
    'courriel;nom;commentaire\nlea.martin@example.org;Léa Martin;A trié le compost toute l’année\n;Noé Petit;A lancé le club nature\npas-une-adresse;Zoé;\n',
  )
  const rows = list.rows.map(({ values, problems, line }) => ({
    line,
    name: values.name ?? `${values.givenName ?? ''} ${values.familyName ?? ''}`.trim(),
    email: values.email,
    narrative: values.narrative,
    problems: problems.filter(({ severity }) => severity === 'error').map(({ code, column }) => ({ code, column })),
  }))
  const { batchId } = await prepareBatch(maya, { organizationId, versionId, rows: rows.filter(({ problems }) => problems.length === 0).map(({ problems: _, ...row }) => row) })
  expect(await ctx.db.selectFrom('credential').select('id').execute(), 'a preview writes no badge').toEqual([])
  await confirmBatch(maya, batchId)
  await runJobs()
  const batch = await getBatch(maya, batchId)
  expect(batch.rows.map(({ state }) => state)).toEqual(['issued', 'issued'])
  const [lea, noe] = await ctx.db.selectFrom('credential').selectAll().orderBy('recipient_email').execute()
  const signed = async (id: string) => (await getCredential(asSystem(ctx), id)).document as string

  // 3 DELIVER. Léa has an address and gets a mail; Noé gets a paper card with a code.
  const mail = mails.find(({ to }) => to === 'lea.martin@example.org')!
  expect(mail.subject).toContain('Éco-citoyen')
  const token = /\/claim\/([\w-]+)/.exec(mail.text)![1]!
  const { code } = await createClaim(ctx, { credentialId: noe!.id, channel: 'card' })
  expect(code).toMatch(/^[A-Z2-9]{8}$/)

  // 4 KEEP. Each takes theirs home. Before that, and until they share it, nobody outside sees anything.
  const { personId: leaId } = await createPerson(ctx, { givenName: 'Léa', familyName: 'Martin', birthDate: '1990-04-02' })
  const { personId: noeId } = await createPerson(ctx, { givenName: 'Noé', familyName: 'Petit', birthDate: '2015-09-14' })
  await claimCredential(asPerson(ctx, leaId), { code: token, clientAddress: '192.0.2.1' })
  await claimCredential(asPerson(ctx, noeId), { code, clientAddress: '192.0.2.2' })
  expect((await listHeld(asPerson(ctx, leaId), leaId)).map(({ response }) => response)).toEqual(['accepted'])
  const address = `/credentials/${lea!.id}`
  const asJson = { headers: { accept: 'application/vc+ld+json' } }
  expect((await app.request(address, asJson)).status).toBe(404)

  // 5 SHOW. One row, many faces at one address, byte for byte what was signed.
  await shareCredential(asPerson(ctx, leaId), { credentialId: lea!.id, isShared: true })
  const shown = await app.request(address, asJson)
  expect(shown.headers.get('content-type')).toContain('application/vc+ld+json')
  const document = await shown.text()
  expect(document).toBe(await signed(lea!.id))
  expect(document).not.toContain('Martin')
  const png = new Uint8Array(await (await app.request(`${address}.png`)).arrayBuffer())
  expect(unbake(png)?.credential).toBe(document)
  await expect(shareCredential(asPerson(ctx, noeId), { credentialId: noe!.id, isShared: true }), 'a child is never published').rejects.toMatchObject({
    code: 'sharing_needs_consent',
  })

  // 6 VERIFY. With our published key document only; one changed character and it fails.
  expect(await verify(document)).toMatchObject({ outcome: 'verified' })
  expect(await verify(png)).toMatchObject({ outcome: 'verified' })
  expect(await verify(document.replace('Éco-citoyen', 'Éco-citoyens'))).toMatchObject({ outcome: 'not-verified' })
  await ctx.db
    .updateTable('membership')
    .set({ roles: ['owner', 'issuer', 'designer'] })
    .where('person_id', '=', documentalist)
    .execute()
  await rotateKey(maya, { organizationId })
  expect((await getIssuer(ctx, { organizationId })).keys).toHaveLength(2)
  expect(await verify(document), 'a badge outlives the rotation of its key').toMatchObject({ outcome: 'verified' })

  // 7 REVOKE. One bit flips, with a reason. The signed document is never touched.
  await revokeCredential(maya, { credentialId: lea!.id, reason: 'Attribué deux fois par erreur' })
  await runJobs()
  const report = await verify(document)
  expect(report.outcome).toBe('not-verified')
  expect(report.checks.find(({ check }) => check === 'status')).toMatchObject({ outcome: 'failed' })
  expect(await verify(await signed(noe!.id)), 'the other badge of the list is untouched').toMatchObject({ outcome: 'verified' })
  expect(mails.some(({ to, text }) => to === 'lea.martin@example.org' && text.includes('Attribué deux fois par erreur'))).toBe(true)
})

test('the same badge is never issued twice to the same person, and a new version is a new badge', async () => {
  const { ctx, runJobs } = platform
  const { organizationId } = await createOrganization(ctx, { name: 'Lycée Genevoix', type: 'lycée' })
  const content = {
    name: { fr: 'Conversions' },
    description: { fr: 'Passe d’une unité à l’autre sans se tromper.' },
    criteria: { fr: 'Réussir un exercice de cinq minutes.' },
    imageAlt: { fr: 'Une règle' },
  }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image: { bytes: Buffer.from(PICTURE) } })
  const { versionId } = await publishVersion(ctx, achievementId)
  const { personId } = await createPerson(ctx, { givenName: 'Inès', familyName: 'Moreau', email: { address: 'ines@example.org', isVerified: true } })
  expect(await findPersonByEmail(ctx, 'INES@example.org')).toEqual({ personId })
  const { cohortId } = await createCohort(ctx, { organizationId, name: '2de 4', kind: 'class', schoolYear: '2026-2027' })
  expect(await listCohortMembers(ctx, cohortId)).toEqual([])

  const give = (version: string) => issueCredentials(ctx, { versionId: version, recipients: [{ name: 'Inès Moreau', email: 'ines@example.org' }] })
  const [first] = await give(versionId)
  expect(await give(versionId)).toEqual([{ ...first, isNew: false }])

  await startNewVersion(ctx, achievementId)
  const { draft } = await getAchievement(ctx, achievementId)
  await saveDraft(ctx, { achievementId, content: { ...content, criteria: { fr: 'Réussir deux exercices de cinq minutes.' } }, revision: draft!.revision })
  const second = await publishVersion(ctx, achievementId)
  expect(second.number).toBe(2)
  expect((await give(second.versionId))[0]).toMatchObject({ isNew: true })
  await runJobs()
  const held = await listHeld(asPerson(ctx, personId), personId)
  expect(held).toHaveLength(2)
  await respondToCredential(asPerson(ctx, personId), { credentialId: held[0]!.credentialId, response: 'declined' })
  expect((await getCredential(asPerson(ctx, personId), held[0]!.credentialId)).inside?.response).toBe('declined')
})
