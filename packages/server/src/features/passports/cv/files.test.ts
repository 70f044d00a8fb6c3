// What a CV becomes when it is taken along: paper, JSON Resume, a signed record.
import { readFileSync } from 'node:fs'
import { findProblems, type JsonObject, verifyCredential } from '@boat/openbadges'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '#ctx'
import { openSession } from '#features/accounts/index.ts'
import { readPdf } from '#features/ceremonies/sheets/read-pdf.fixture.ts'
import { issueCredentials, respondToCredential, shareCredential } from '#features/credentials/index.ts'
import { pinnedContexts } from '../../../../../openbadges/src/contexts/index.ts'
import { matchSchema } from '../../../../../openbadges/src/verify/match-schema.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { METALS, makeBadge, makeSchool } from '../../credentials/school.fixture.ts'
import { importBadge } from '../imports/import-badge.ts'
import { FOREIGN, FOREIGN_ALIGNED, type Holder, makeHolder } from '../passports.fixture.ts'
import { closeShare } from '../shares/close-share.ts'
import { openShare } from '../shares/open-share.ts'
import { createCv } from './create-cv.ts'
import type { CvContentInput } from './cv.schema.ts'
import { presentCv } from './present-cv.ts'
import { readResume } from './read-resume.ts'
import { planRecord } from './write-record.ts'

const asset = (name: string) => readFileSync(new URL(`../../../../tests/support/json-resume/${name}`, import.meta.url))

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx, { received: 3, imported: [FOREIGN_ALIGNED] })
})
afterAll(() => platform[Symbol.asyncDispose]())

/** As a browser asks for a file. */
async function ask(holder: Pick<Holder, 'personId'>, path: string): Promise<Response> {
  const { token } = await openSession(platform.ctx, { personId: holder.personId, method: 'link', userAgent: 'test', address: '' })
  return platform.app.request(path, { headers: { cookie: `boat_session=${token}` } })
}
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const paper = async (holder: Holder, cvId: string, how?: { withPhone: boolean }) => readPdf(await bytesOf(await ask(holder, `/me/cv/${cvId}/cv.pdf`)), how)

const WRITTEN: Partial<CvContentInput> = {
  headline: 'Médiatrice & animatrice',
  phone: '06 00 00 00 00',
  website: 'amina.example/travaux',
  summary: 'Œuvre collective, là-bas : « déjà » vingt ans d’éducation populaire.',
  experiences: [
    { kind: 'work', role: 'Animatrice', organization: 'Maison des jeunes', place: 'Poitiers', from: '09/2019', to: '', text: 'Ateliers d’écriture 🎉 pour dix adolescents.' },
    { kind: 'volunteering', role: 'Arbitre', organization: 'Club de judo', place: '', from: '2015', to: '2018', text: '' },
  ],
  educations: [{ title: 'BPJEPS', organization: 'CREPS de Poitiers', place: '', from: '2018', to: '06/2019', text: '' }],
  languages: [{ name: 'Français', level: 'native' }],
  ownSkills: ['Langue des signes'],
  interests: 'Randonnée',
  links: [{ label: 'Mon blog', url: 'https://blog.example/amina' }],
}

describe('on paper', () => {
  test('it is read in order, in its language, with fonts inside and links that open; no code unless one was asked for', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr', from: WRITTEN })
    const response = await ask(amina, `/me/cv/${cvId}/cv.pdf`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('cache-control')).toContain('no-store')
    const { pages, objects, xmp } = await readPdf(await bytesOf(response), { withPhone: true })
    expect(pages.flatMap(({ codes }) => codes)).toEqual([])
    const text = pages.map((page) => page.text).join('\n')
    const order = ['Amina Benali', 'Médiatrice & animatrice', '06 00 00 00 00', 'Œuvre collective, là-bas', 'Expériences', 'Animatrice', 'Maison des jeunes, Poitiers']
    order.push(
      'Engagements bénévoles',
      'Arbitre',
      'Formation',
      'BPJEPS',
      'Badges',
      'Badge 1',
      'Compétences',
      'Langue des signes',
      'Langues',
      'Français (langue maternelle)',
      'Randonnée',
      'Mon blog',
    )
    const places = order.map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(text).toMatch(/depuis sept\. 2019/)
    expect(text).toContain('Ateliers d’écriture pour dix')
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(objects.find((object) => object.includes('/Type /Catalog'))).toMatch(/\/Lang \(fr\)/)
    expect(objects.some((object) => object.includes('/URI (https://blog.example/amina)'))).toBe(true)
    expect(objects.some((object) => object.includes('/URI (https://amina.example/travaux)'))).toBe(true)
    expect(objects.join('\n')).not.toContain(`/credentials/`)
    expect(objects.filter((object) => object.includes('/Type /Font\n')).every((object) => /\/BaseFont \/[A-Z]{6}\+Inter/.test(object))).toBe(true)
  })

  test('a badge that its holder made public leads to its page', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'en' })
    await shareCredential(amina.ctx, { credentialId: amina.credentialIds[0]!, isShared: true })
    const { pages, objects } = await paper(amina, cvId)
    expect(objects.filter((object) => object.includes('/credentials/')).join()).toContain(`${platform.ctx.config.url}/credentials/${amina.credentialIds[0]}`)
    expect(objects.join('\n')).not.toContain(amina.credentialIds[1])
    expect(pages[0]!.text).toContain('received on')
    await shareCredential(amina.ctx, { credentialId: amina.credentialIds[0]!, isShared: false })
  })

  test('carries the code of an address that shows it, until that is closed', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr', from: WRITTEN })
    await openShare(amina.ctx, { scope: 'cv', cvId, purpose: 'interview' })
    expect((await paper(amina, cvId, { withPhone: true })).pages[0]!.codes).toEqual([])
    const { address, shareId } = await openShare(amina.ctx, { scope: 'cv', cvId })
    const { pages, objects } = await paper(amina, cvId, { withPhone: true })
    expect(pages[0]!.codes).toEqual([address])
    expect(objects.some((object) => object.includes(`/URI (${address}/badges/${amina.credentialIds[0]})`))).toBe(true)
    await closeShare(amina.ctx, shareId)
    expect((await paper(amina, cvId, { withPhone: true })).pages[0]!.codes).toEqual([])
  })

  test('with forty badges it is two pages, in order, and nothing is beyond their edges', async () => {
    const many = await makeHolder(platform.ctx, { received: 40, imported: [] })
    const { cvId } = await createCv(many.ctx, { locale: 'fr' })
    const { pages } = await paper(many, cvId)
    expect(pages.length).toBeLessThanOrEqual(2)
    expect(pages.flatMap(({ images }) => images)).toHaveLength(40)
    for (const { images } of pages) for (const { x, y, width, height } of images) expect(x > 15 && y > 15 && x + width < 195 && y + height < 280).toBe(true)
    expect(pages.at(-1)!.text).toContain(`Amina Benali · ${pages.length} / ${pages.length}`)
  }, 60_000)

  test('with nothing yet, and with words without end, it is still paper', async () => {
    const beginner = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const empty = await createCv(beginner.ctx, { locale: 'fr' })
    expect((await paper(beginner, empty.cvId)).pages.map(({ text }) => text.includes('Amina Benali'))).toEqual([true])
    const word = 'Donaudampfschifffahrt'.repeat(7)
    const entry = { kind: 'work' as const, role: word, organization: word, place: '', from: '2020', to: '2021', text: 'Fait et refait. '.repeat(90).trim() }
    const long = await createCv(beginner.ctx, {
      locale: 'fr',
      from: { name: word, headline: word, website: `https://${'a'.repeat(60)}.example/${word}`, experiences: Array(9).fill(entry) },
    })
    const { pages } = await paper(beginner, long.cvId)
    expect(pages.length).toBeGreaterThan(1)
    expect(
      pages
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .match(/Fait et refait/g),
    ).toHaveLength(9 * 90)
    for (const [index, { text }] of pages.entries()) expect(text).toContain(`${index + 1} / ${pages.length}`)
  })

  test('what looks like a page is only words', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr', from: { name: '<script>alert(1)</script> & Cie', summary: '**gras** [lien](javascript:alert(1))' } })
    const { pages, objects } = await paper(amina, cvId)
    expect(pages[0]!.text).toContain('<script>alert(1)</script> & Cie')
    expect(pages[0]!.text).toContain('**gras** [lien](javascript:alert(1))')
    expect(objects.join('\n')).not.toContain('/URI (javascript')
  })

  test('is a child’s as well, for themselves; nobody else has it', async () => {
    const child = await makeHolder(platform.ctx, { received: 1, imported: [], birthDate: '2014-05-05' })
    const { cvId } = await createCv(child.ctx, { locale: 'fr' })
    expect((await paper(child, cvId)).pages[0]!.text).toContain('Amina Benali')
    await expect(openShare(child.ctx, { scope: 'cv', cvId })).rejects.toMatchObject({ code: 'shares_from_fifteen' })
    for (const path of [`/me/cv/${cvId}/cv.pdf`, `/me/cv/${cvId}/resume.json`]) {
      expect((await ask(amina, path)).status).toBe(404)
      expect((await platform.app.request(path)).status).toBe(401)
    }
    expect((await ask(amina, '/me/cv/pas-un-cv/cv.pdf')).status).toBe(404)
  })
})

describe('as JSON Resume', () => {
  const schema = JSON.parse(asset('schema.json').toString()) as JsonObject

  test('it is what the published schema says, with badges as certificates', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr', from: WRITTEN })
    const response = await ask(amina, `/me/cv/${cvId}/resume.json`)
    const resume = (await response.json()) as JsonObject & { certificates: JsonObject[] }
    expect(matchSchema(schema, resume)).toEqual({ outcome: 'met' })
    expect(matchSchema(schema, { ...resume, work: [{ startDate: '09/2019' }] })).toMatchObject({ outcome: 'not-met' })
    expect(resume).toMatchObject({
      basics: { name: 'Amina Benali', label: 'Médiatrice & animatrice', url: 'https://amina.example/travaux', profiles: [{ network: 'Mon blog' }] },
      work: [{ name: 'Maison des jeunes', position: 'Animatrice', startDate: '2019-09' }],
      volunteer: [{ organization: 'Club de judo', startDate: '2015', endDate: '2018' }],
      skills: expect.arrayContaining([{ name: 'Langue des signes' }]),
    })
    expect(resume.certificates).toContainEqual({ name: 'Badge 1 : travailler en équipe', issuer: 'Université de Poitiers', date: '2026-11-23' })
  })

  test('a file of another site begins a CV, and what ours wrote comes back', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'en', withBadges: false, from: readResume(amina.ctx, asset('sample.resume.json')) })
    expect(await presentCv(amina.ctx, cvId)).toMatchObject({
      name: 'Richard Hendriks',
      work: [{ title: 'CEO/President', where: 'Pied Piper, Palo Alto, CA', when: 'Dec 2013 – Dec 2014' }],
      volunteering: [{ title: 'Teacher', text: expect.stringContaining('• Awarded') }],
      languages: [{ name: 'English', level: 'native' }],
    })
    const ours = await createCv(amina.ctx, { locale: 'fr', from: WRITTEN })
    const again = readResume(amina.ctx, await bytesOf(await ask(amina, `/me/cv/${ours.cvId}/resume.json`)))
    expect(again).toMatchObject({
      headline: WRITTEN.headline,
      website: 'https://amina.example/travaux',
      experiences: [
        { role: 'Animatrice', from: '2019-09', to: '' },
        { kind: 'volunteering', role: 'Arbitre' },
      ],
      links: WRITTEN.links,
    })
  })

  test.each([
    ['not json', undefined],
    ['[1]', 'JSON'],
    ['{"work":[{"startDate":"bientôt"}]}', 'work[0].startDate'],
    ['{"work":[{"startDate":"2024","endDate":"2020"}]}', 'work[0].endDate'],
    ['{"basics":{"email":"nobody"}}', 'basics.email'],
    ['{"basics":{"url":"javascript:alert(1)"}}', 'basics.url'],
    ['{"education":"bac"}', 'education'],
    ['{"skills":[{"name":12}]}', 'skills[0].name'],
  ])('a file that cannot be read is refused with its field: %s', (file, field) => {
    let refused: unknown
    try {
      readResume(amina.ctx, Buffer.from(file))
    } catch (error) {
      refused = error
    }
    expect(refused).toMatchObject(field ? { code: 'resume_field', detail: { field, reason: expect.stringMatching(/\.$/) } } : { code: 'resume_not_json' })
  })
})

describe('as one signed record', () => {
  /** The verifier of others, with our pinned contexts; did:key needs no network. */
  async function theirs(credential: object): Promise<boolean> {
    const vc = await import('@digitalbazaar/vc' as string)
    const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity' as string)
    const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite' as string)
    const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document: pinnedContexts.get(url)?.document ?? keyDocument(url) })
    const suite = new DataIntegrityProof({ cryptosuite })
    return (await vc.verifyCredential({ credential, suite, documentLoader, now: platform.ctx.now(), checkStatus: async () => ({ verified: true }) })).verified
  }

  /** A did:key says its own key. */
  function keyDocument(url: string) {
    const [did, fragment] = url.split('#') as [string, string?]
    const id = `${did}#${did.slice('did:key:'.length)}`
    const method = { '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller: did, publicKeyMultibase: did.slice('did:key:'.length) }
    return fragment
      ? method
      : { '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did, verificationMethod: [method], assertionMethod: [id] }
  }

  /** Addresses of ours, and no other. */
  async function load(asked: string) {
    const url = asked.replace(/^https:\/\/localhost(?=[:/])/, 'http://localhost')
    if (!url.startsWith(`${platform.ctx.config.url}/`)) throw new Error(`not ours: ${url}`)
    const response = await platform.app.request(url, { headers: { accept: 'application/did+json, application/json' } })
    return { url, status: response.status, contentType: response.headers.get('content-type') ?? '', body: await bytesOf(response) }
  }

  type Record = JsonObject & { issuer: { id: string; name?: string }; credentialSubject: { verifiableCredential: JsonObject[]; association?: JsonObject[] } }

  test('every badge is inside as it was signed, and verifies here and with the verifier of others', async () => {
    const holder = await makeHolder(platform.ctx, { received: 2, imported: [FOREIGN] })
    const record = (await (await ask(holder, '/me/clr.json')).json()) as Record
    const report = await verifyCredential(record, { load, now: platform.ctx.now() })
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')).toEqual([])
    expect(report).toMatchObject({ outcome: 'verified', version: 'clr2.0' })
    expect(await findProblems(record)).toEqual([])
    expect(await theirs(record)).toBe(true)
    expect(await theirs({ ...record, name: 'Autre chose' })).toBe(false)
    const signed = await Promise.all(holder.credentialIds.map(async (id) => (await ask(holder, `/credentials/${id}.json`)).json()))
    for (const document of signed) expect(record.credentialSubject.verifiableCredential).toContainEqual(document)
    const { document } = await platform.ctx.db.selectFrom('imported_badge').select('document').where('id', '=', holder.importedIds[0]!).executeTakeFirstOrThrow()
    expect(record.credentialSubject.verifiableCredential).toContainEqual(document)
  })

  test('the steps of a badge that grows follow one another', async () => {
    const holder = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const system = asSystem(platform.ctx)
    const { organizationId } = await makeSchool(system, 'École Rabelais')
    const { versionId } = await makeBadge(system, organizationId, 'Lecteur', METALS)
    for (const levelId of ['argent', 'bronze']) {
      const recipients = [{ personId: holder.personId, name: 'Amina', levelId, idempotencyKey: levelId }]
      const [issued] = await issueCredentials(system, { versionId, organizationId, recipients })
      await respondToCredential(holder.ctx, { credentialId: issued!.credentialId, response: 'accepted' })
    }
    const record = (await (await ask(holder, '/me/clr.json')).json()) as Record
    const levelOf = (id: unknown) => JSON.stringify(record.credentialSubject.verifiableCredential.find((credential) => credential.id === id)).includes('Argent')
    const [association, ...others] = [record.credentialSubject.association].flat()
    expect(others).toEqual([])
    expect(association).toMatchObject({ associationType: 'precedes' })
    expect([association!.sourceId, association!.targetId].map((id) => String(id).startsWith('http'))).toEqual([true, true])
    expect(association!.sourceId).not.toBe(association!.targetId)
    expect(levelOf(association!.targetId)).toBe(true)
    expect((await verifyCredential(record, { load, now: platform.ctx.now() })).outcome).toBe('verified')
  })

  test('the name stands on it only when its person says so', async () => {
    const nameless = (await (await ask(amina, '/me/clr.json')).json()) as Record
    expect(nameless.issuer).toMatchObject({ id: expect.stringMatching(/^did:key:z6Mk/) })
    expect(nameless.issuer.name).toBeUndefined()
    const named = (await (await ask(amina, '/me/clr.json?name=yes')).json()) as Record
    expect(named.issuer).toMatchObject({ id: nameless.issuer.id, name: 'Amina Benali' })
    expect(await theirs(named)).toBe(true)
  })

  test('what cannot be inside is said, and nothing to hold is no record', async () => {
    const holder = await makeHolder(platform.ctx, { received: 2, imported: [] })
    await respondToCredential(holder.ctx, { credentialId: holder.credentialIds[0]!, response: 'declined' })
    const jwt = readFileSync(new URL('../../../../../openbadges/vectors/published/ob3-1edtech-validator/simple.jwt', import.meta.url))
    const brought = await importBadge(holder.ctx, { fileName: 'badge.jwt', bytes: jwt })
    const { inside, leftOut } = await planRecord(holder.ctx)
    expect(inside.map(({ badgeId }) => badgeId)).toEqual([holder.credentialIds[1]])
    expect(leftOut).toMatchObject([{ badgeId: (brought as { importedId: string }).importedId, reason: 'jwt' }])
    const beginner = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const response = await ask(beginner, '/me/clr.json')
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'record_empty' })
  })
})
