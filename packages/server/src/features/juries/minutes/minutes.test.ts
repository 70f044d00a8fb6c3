import { decodeMultikey } from '@boat/openbadges'
import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { rotateKey } from '#features/issuers/index.ts'
import { respondToNomination } from '#features/nominations/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { readPdf } from '../../ceremonies/sheets/read-pdf.fixture.ts'
import { type JurySchool, laySomeTable, makeJurySchool, meet, type Table } from '../juries.fixture.ts'
import { castVote } from '../meeting/cast-vote.ts'
import { decideDossier } from '../meeting/decide-dossier.ts'
import { declareRecusal } from '../meeting/recusals.ts'
import { markPresence } from '../meeting/run-meeting.ts'
import { closeJury } from './close-jury.ts'
import { drawMinutes } from './draw-minutes.ts'
import { getMinutes } from './get-minutes.ts'
import { readMinutes, verifyMinutes } from './verify-minutes.ts'

let platform: TestApp
let ctx: Ctx
let school: JurySchool
let table: Table

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeJurySchool(ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => ctx.db.deleteFrom('rate_limit').execute())

/** The pupil retained, the adult retained, the driver left open; the parent stepped aside from the pupil’s. */
async function deliberate(changes: Parameters<typeof laySomeTable>[2] = {}) {
  table = await laySomeTable(ctx, school, changes)
  const { juryId } = table
  const { dossiers, members, guest } = table
  await meet(school, juryId)
  for (const memberId of [members.admin, members.member]) await markPresence(school.admin.ctx, { juryId, memberId, isPresent: true })
  for (const who of [school.admin, school.member]) await castVote(who.ctx, { juryId }, { dossierId: dossiers.pupil, vote: 'yes', comment: 'Secret du jury.' })
  await declareRecusal(ctx, guest.at, { dossierId: dossiers.pupil, word: 'Voisine de la famille.' })
  for (const dossierId of [dossiers.pupil, dossiers.adult]) await decideDossier(school.admin.ctx, juryId, { dossierId, decision: 'granted', reason: 'Bravo.', revision: 0 })
}

const juryRow = () => ctx.db.selectFrom('jury').select(['state', 'minutes']).where('id', '=', table.juryId).executeTakeFirstOrThrow()
const nominationOf = (id: string) => ctx.db.selectFrom('nomination').select(['state', 'credential_id']).where('id', '=', id).executeTakeFirstOrThrow()
const close = () => closeJury(school.issuer.ctx, table.juryId)

/** As anybody would: the key from the public document of the structure. */
async function publicKey(kid: string) {
  const response = await platform.app.request(`/issuers/${/issuers:([\w-]+)#/.exec(kid)![1]}/did.json`)
  const { verificationMethod } = (await response.json()) as { verificationMethod: { id: string; publicKeyMultibase: string }[] }
  const { publicKeyMultibase } = verificationMethod.find(({ id }) => id === kid)!
  return importJWK({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(decodeMultikey(publicKeyMultibase).publicKey).toString('base64url') }, 'EdDSA')
}

const tamper = (jws: string, change: (minutes: Record<string, any>) => void): string => {
  const [head, payload, signature] = jws.split('.')
  const minutes = JSON.parse(Buffer.from(payload!, 'base64url').toString())
  change(minutes)
  return [head, Buffer.from(JSON.stringify(minutes)).toString('base64url'), signature].join('.')
}

describe('closing', () => {
  test('what is retained waits for the ceremony; what was left open goes on', async () => {
    await deliberate()
    await Promise.all([close(), close()])
    expect(await nominationOf(table.nominations.pupil)).toEqual({ state: 'agreed', credential_id: null })
    expect(await nominationOf(table.nominations.driver)).toMatchObject({ state: 'open' })
    const acts = await ctx.db.selectFrom('audit_entry').select('act').where('act', '=', 'jury.closed').execute()
    expect(acts).toHaveLength(1)
  })

  test('or it is issued at once', async () => {
    await deliberate({ isEmbargoed: false })
    await close()
    expect((await nominationOf(table.nominations.adult)).credential_id).not.toBeNull()
  })

  test('a decision that cannot be carried out any more holds up no other, and is said in the minutes', async () => {
    await deliberate()
    await respondToNomination(table.adult.ctx, { nominationId: table.nominations.adult, response: 'declined' })
    await close()
    const { dossiers } = readMinutes((await juryRow()).minutes!)
    expect(dossiers.find(({ nominee }) => nominee.startsWith('Thierry'))).toMatchObject({ decision: 'granted', refusal: 'nomination_closed' })
    expect(await nominationOf(table.nominations.pupil)).toMatchObject({ state: 'agreed' })
  })

  test('whoever closes may be proposed in a dossier themselves', async () => {
    table = await laySomeTable(ctx, school)
    await ctx.db.updateTable('nomination').set({ person_id: school.issuer.personId, response: 'accepted' }).where('id', '=', table.nominations.adult).execute()
    const { juryId } = table
    await meet(school, juryId)
    for (const memberId of [table.members.admin, table.members.member]) await markPresence(school.admin.ctx, { juryId, memberId, isPresent: true })
    await decideDossier(school.admin.ctx, juryId, { dossierId: table.dossiers.adult, decision: 'granted', reason: '', revision: 0 })
    await close()
    expect(await nominationOf(table.nominations.adult)).toMatchObject({ state: 'agreed' })
  })

  test('a closed séance is frozen by the database itself', async () => {
    await deliberate()
    await close()
    const { db } = ctx
    const attempts = [
      db.updateTable('jury_vote').set({ vote: 'no' }).where('member_id', '=', table.members.admin),
      db.deleteFrom('jury_vote').where('member_id', '=', table.members.admin),
      db.insertInto('jury_vote').values({ dossier_id: table.dossiers.driver, member_id: table.members.admin, vote: 'no', voted_at: ctx.now() }),
      db.updateTable('jury_dossier').set({ decision: 'not-retained' }).where('id', '=', table.dossiers.pupil),
      db.deleteFrom('jury_recusal').where('dossier_id', '=', table.dossiers.pupil),
      db.updateTable('jury_member').set({ present_at: null }).where('id', '=', table.members.admin),
      db.updateTable('jury').set({ minutes: 'x' }).where('id', '=', table.juryId),
      db.deleteFrom('jury').where('id', '=', table.juryId),
    ]
    for (const attempt of attempts) await expect(attempt.execute(), attempt.compile().sql).rejects.toThrow('a closed jury séance is never changed')
    await expect(castVote(school.designer.ctx, { juryId: table.juryId }, { dossierId: table.dossiers.driver, vote: 'no' })).rejects.toMatchObject({ code: 'jury_closed' })
  })
})

describe('the minutes', () => {
  test('say who sat, who stepped aside, what was decided and why; pupils by first name and class, no comment of a member', async () => {
    await deliberate()
    await close()
    const jws = (await juryRow()).minutes!
    const minutes = readMinutes(jws)
    expect(minutes).toMatchObject({ structure: 'Collège Maurice Bedel', quorum: 2, place: 'Salle des actes' })
    expect(minutes.members.map(({ isPresent }) => isPresent).sort()).toEqual([false, false, true, true])
    expect(minutes.dossiers.find(({ nominee }) => nominee === 'Zoé')).toMatchObject({
      about: '4e B',
      votes: { yes: 2, no: 0 },
      decision: 'granted',
      reason: 'Bravo.',
      recusals: [{ member: 'Nadia Parent', kind: 'declared', word: 'Voisine de la famille.' }],
    })
    expect(JSON.stringify(minutes)).not.toMatch(/"Zoé Secret|Secret du jury/)
  })

  test('are verified by an independent library with the published key; one word changed, they are not', async () => {
    await deliberate()
    await close()
    const jws = (await juryRow()).minutes!
    const finding = await verifyMinutes(ctx, jws, school.organizationId)
    expect(finding.outcome).toBe('authentic')
    const key = await publicKey(finding.kid!)
    expect(JSON.parse(Buffer.from((await compactVerify(jws, key)).payload).toString())).toEqual(readMinutes(jws))
    const changes: ((minutes: Record<string, any>) => void)[] = [
      (minutes) => (minutes.dossiers[0].decision = 'not-retained'),
      (minutes) => minutes.dossiers[0].recusals.pop() ?? minutes.members.pop(),
      (minutes) => (minutes.quorum = 1),
      (minutes) => (minutes.members[0].isPresent = false),
    ]
    for (const change of changes) {
      const forged = tamper(jws, change)
      await expect(compactVerify(forged, key)).rejects.toThrow()
      expect((await verifyMinutes(ctx, forged, school.organizationId)).outcome).toBe('altered')
    }
    expect((await verifyMinutes(ctx, 'x.y.z', school.organizationId)).outcome).toBe('altered')
  })

  test('on paper: fonts embedded, the signed document attached, a QR to the page that verifies it; not for pupils, guests or outsiders', async () => {
    await deliberate()
    await close()
    const { juryId } = table
    const signed = await getMinutes(school.member.ctx, juryId)
    const { pages, objects, xmp } = await readPdf(await drawMinutes(school.issuer.ctx, signed), { withPhone: true })
    expect(pages.map(({ text }) => text).join('\n')).toMatch(/Zoé, 4e B[\s\S]*Oui : 2[\s\S]*Retenu, consigné par/)
    expect(pages.flatMap(({ codes }) => codes)).toContain(`${ctx.config.url}/juries/${juryId}/minutes`)
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(objects.join('\n')).toMatch(/\/AFRelationship \/Source/)
    expect(objects.join('\n')).toContain('proces-verbal.jws')
    await expect(getMinutes(school.designer.ctx, juryId)).resolves.toBeDefined()
    for (const who of [school.pupil.ctx, table.pupil.ctx]) await expect(getMinutes(who, juryId)).rejects.toMatchObject({ status: 404 })
  })

  test('stay authentic when the structure changes its key', async () => {
    await deliberate()
    await close()
    await rotateKey(school.owner.ctx, { organizationId: school.organizationId })
    expect((await verifyMinutes(ctx, (await juryRow()).minutes!, school.organizationId)).outcome).toBe('authentic')
  })
})
