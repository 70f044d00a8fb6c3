import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findProblems, type Load, verifyCredential } from '../src/index.ts'
import { published } from './published-web.ts'
import { makeLoad } from './published-web-2.ts'

const now = new Date('2026-11-23T12:00:00Z')
const folder = 'ob2-1edtech-validator'

describe('the 2.0 fixtures of the public validator of 1EdTech', () => {
  test.each([
    ['assertion-with-data-image.json', 'invalid_terms'],
    ['assertion-with-endorsements.json', undefined],
    ['assertion-with-extension-node-basic.json', undefined],
    ['assertion-with-extension-node-invalid.json', 'invalid_extension'],
    ['assertion-with-multiple-extensions.json', undefined],
    ['basic-assertion-expired-before-issued.json', 'invalid_date'],
    ['basic-assertion-expired.json', 'expired'],
    ['basic-assertion-in-future.json', 'not_yet_valid'],
    ['basic-assertion-invalid-context.json', 'wrong_context'],
    ['basic-assertion-invalid-type.json', 'invalid_terms'],
    ['basic-assertion-no-public-key.json', undefined],
    ['basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json', 'origin_not_allowed'],
    ['basic-assertion-with-allowed-origins-invalid-starts-with.json', 'origin_not_allowed'],
    ['basic-assertion-with-allowed-origins-valid-multiple-starts-with.json', undefined],
    ['basic-assertion-with-allowed-origins-valid-starts-with.json', undefined],
    ['basic-assertion-with-allowed-origins.json', undefined],
    ['basic-assertion-with-language.json', undefined],
    ['basic-assertion.json', undefined],
    ['simple-badge.png', undefined],
    ['simple-not-revoked.jwt', undefined],
    ['simple-revoked.jwt', 'revoked'],
    ['simple.jwt', undefined],
    ['warning-issuer-non-http.json', undefined],
    ['warning-with-redirection.json', undefined],
  ])('%s: %s', async (file, code) => {
    const report = await verifyCredential(new Uint8Array(readFileSync(`${published}${folder}/${file}`)), { load: makeLoad({ folder, file }), now })
    expect(report.checks.filter(({ outcome }) => outcome === 'failed').map((check) => check.code)).toEqual(code ? [code] : [])
    expect([report.version, report.outcome]).toEqual(['2.0', code ? 'not-verified' : 'verified'])
  })
})

describe('the parts of badges among the fixtures', () => {
  const problemsOf = async (file: string) => (await findProblems(JSON.parse(readFileSync(`${published}${folder}/${file}`, 'utf8')))).map(({ path }) => path)

  test.each([
    'badge-class-with-language.json',
    'issuer-compact-iri-validation.json',
    'rdf-validation/valid-badge-class.json',
    'rdf-validation/valid-badge-class-empty-criteria-type.json',
    'rdf-validation/valid-issuer-extension.json',
    'assets/endorsement-1.json',
  ])('%s conforms', async (file) => {
    expect(await problemsOf(file)).toEqual([])
  })

  test.each(['rdf-validation/invalid-class.json', 'rdf-validation/invalid-empty-type.json', 'basic-assertion-invalid-type.json', 'assertion-with-data-image.json'])(
    '%s does not',
    async (file) => {
      expect(await problemsOf(file)).not.toEqual([])
    },
  )

  test('none of them is a badge', async () => {
    const report = await verifyCredential(readFileSync(`${published}${folder}/badge-class-with-language.json`, 'utf8'), {
      load: makeLoad({ folder, file: 'badge-class-with-language.json' }),
      now,
    })
    expect(report.outcome).toBe('not-verified')
  })
})

const json = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const makeWeb =
  (documents: Record<string, unknown>): Load =>
  async (url) => {
    const body = documents[url]
    if (body === 'gone') return { url, status: 410, body: new Uint8Array() }
    if (body === 'down') throw new Error('connection refused')
    return body === undefined ? { url, status: 404, body: new Uint8Array() } : { url, status: 200, body: json(body) }
  }

const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://issuer.example/a/1',
  recipient: { type: 'email', hashed: true, salt: 'Kosher', identity: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399' },
  badge: 'https://issuer.example/b',
  verification: { type: 'hosted' },
  issuedOn: '2020-01-01T00:00:00Z',
}
const badge = { type: 'BadgeClass', id: 'https://issuer.example/b', name: 'B', description: 'b', criteria: { narrative: 'c' }, issuer: 'https://issuer.example/i' }
const issuer = { type: 'Issuer', id: 'https://issuer.example/i', name: 'I', url: 'https://issuer.example' }
const web = { [assertion.id]: assertion, [badge.id]: badge, [issuer.id]: issuer }
const codesOf = async (document: string | object, documents: Record<string, unknown>, recipient?: string) => {
  const report = await verifyCredential(document, { load: makeWeb(documents), now, recipient })
  return [report.outcome, ...report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined').map(({ code }) => code)]
}

describe('a hosted badge', () => {
  test('verifies by its address, by a copy, and for its recipient', async () => {
    expect(await codesOf(assertion.id, web)).toEqual(['verified'])
    expect(await codesOf(assertion, web, 'a@example.com')).toEqual(['verified'])
    expect(await codesOf(assertion, web, 'b@example.com')).toEqual(['not-verified', 'recipient_mismatch'])
  })

  test('a copy that says something else does not', async () => {
    expect(await codesOf({ ...assertion, issuedOn: '2021-01-01T00:00:00Z' }, web)).toContain('hosted_differs')
    expect(await codesOf({ ...assertion, recipient: { ...assertion.recipient, identity: 'x' } }, web)).toContain('hosted_differs')
  })

  test('hosted by somebody else in the issuer’s name, it does not', async () => {
    const forged = { ...assertion, id: 'https://evil.example/a/1' }
    expect(await codesOf(forged, { ...web, [forged.id]: forged })).toEqual(['not-verified', 'origin_not_allowed'])
    const embedded = { ...forged, badge: { ...badge, issuer: { ...issuer, verification: { allowedOrigins: ['evil.example'] } } } }
    expect(await codesOf(embedded, { ...web, [forged.id]: embedded })).toEqual(['not-verified', 'origin_not_allowed'])
  })

  test('gone is revoked, revoked is revoked, and a network that fails decides nothing', async () => {
    expect(await codesOf(assertion.id, { ...web, [assertion.id]: 'gone' })).toEqual(['not-verified', 'revoked'])
    expect(await codesOf(assertion, { ...web, [assertion.id]: 'gone' })).toContain('revoked')
    expect(await codesOf(assertion, { ...web, [assertion.id]: { ...assertion, revoked: true } })).toContain('revoked')
    expect(await codesOf(assertion, { ...web, [assertion.id]: 'down' })).toEqual(['undetermined', 'unavailable'])
    expect(await codesOf(assertion, { ...web, [issuer.id]: 'down' })).toEqual(['undetermined', 'unavailable'])
  })
})

describe('badges before 2.0', () => {
  test('a 1.0 badge verifies where it is hosted', async () => {
    const old = {
      uid: '1',
      recipient: { identity: 'a@example.com', hashed: false, type: 'email' },
      badge: 'https://a.example/b',
      issuedOn: 1430352000,
      verify: { type: 'hosted', url: 'https://a.example/1' },
    }
    const documents = {
      'https://a.example/1': old,
      'https://a.example/b': { name: 'B', description: 'b', image: 'https://a.example/i.png', criteria: 'https://a.example/c', issuer: 'https://a.example/i' },
      'https://a.example/i': { name: 'I', url: 'https://a.example' },
    }
    const report = await verifyCredential(old, { load: makeWeb(documents), now, recipient: 'A@example.com' })
    expect([report.version, report.outcome]).toEqual(['1.0', 'verified'])
  })

  test('a 0.5 badge verifies by its address, at the origin of its issuer', async () => {
    const old = JSON.parse(readFileSync(`${published}ob2-validator-core/0_5_assertion.json`, 'utf8'))
    const report = await verifyCredential('http://oldstyle.com/1', { load: makeWeb({ 'http://oldstyle.com/1': old }), now, recipient: 'test@example.com' })
    expect([report.version, report.outcome]).toEqual(['0.5', 'verified'])
    expect(await codesOf('http://evil.example/1', { 'http://evil.example/1': old })).toContain('origin_not_allowed')
  })
})

const codesAndDetails = async (document: string | object, documents: Record<string, unknown>) => {
  const report = await verifyCredential(document, { load: makeWeb(documents), now })
  return [report.outcome, ...report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined').map(({ check, code }) => `${check}: ${code}`)]
}
const with2 = (changes: object, more: Record<string, unknown> = {}) => ({ ...web, [assertion.id]: { ...assertion, ...changes }, ...more })

describe('an endorsement of 2.0', () => {
  const endorser = { type: 'Issuer', id: 'https://ministry.example/i', name: 'M', url: 'https://ministry.example' }
  const endorsement = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Endorsement',
    id: 'https://ministry.example/e/1',
    claim: { id: badge.id, endorsementComment: 'Good' },
    issuer: endorser.id,
    issuedOn: '2020-01-01T00:00:00Z',
    verification: { type: 'hosted' },
  }
  const known = { [endorsement.id]: endorsement, [endorser.id]: endorser }
  const shown = (documents: Record<string, unknown>, reference: unknown = endorsement.id) =>
    codesAndDetails(assertion.id, with2({ endorsement: reference }, { ...known, ...documents }))

  test('is verified with what carries it: by address, inside, among others, and alone', async () => {
    for (const reference of [endorsement.id, endorsement, [endorsement.id, endorsement]]) expect(await shown({}, reference)).toEqual(['verified'])
    expect(await codesAndDetails(endorsement.id, known)).toEqual(['verified'])
    const { checks } = await verifyCredential(assertion.id, { load: makeWeb(with2({ endorsement: endorsement.id }, known)), now })
    expect(checks.at(-1)).toEqual({ check: 'endorsements', outcome: 'passed' })
  })

  test('of a badge class or an issuer is verified too, and is of nothing else', async () => {
    expect(await codesAndDetails(assertion.id, { ...web, ...known, [badge.id]: { ...badge, endorsement: [endorsement.id] } })).toEqual(['verified'])
    expect(await codesAndDetails(assertion.id, { ...web, ...known, [issuer.id]: { ...issuer, endorsement: [endorsement.id] } })).toEqual([
      'not-verified',
      'endorsements: endorsement_not_verified',
    ])
  })

  test.each<[string, object]>([
    ['of something else', { claim: { id: 'https://elsewhere.example/b' } }],
    ['that expired', { expires: '2021-01-01T00:00:00Z' }],
    ['of tomorrow', { issuedOn: '2030-01-01T00:00:00Z' }],
    ['that is revoked', { revoked: true }],
    ['without a claim', { claim: undefined }],
    ['of another type', { type: 'Assertion' }],
    ['in the name of somebody else', { issuer: issuer.id }],
    ['that calls itself otherwise', { id: 'https://ministry.example/e/2' }],
  ])('%s fails what carries it', async (_, changes) => {
    expect(await shown({ [endorsement.id]: { ...endorsement, ...changes } })).toEqual(['not-verified', 'endorsements: endorsement_not_verified'])
  })

  test('inside that differs from the one hosted, or is gone, fails', async () => {
    expect(await shown({}, { ...endorsement, issuedOn: '2019-01-01T00:00:00Z' })).toEqual(['not-verified', 'endorsements: endorsement_not_verified'])
    expect(await shown({}, { ...endorsement, id: undefined })).toEqual(['not-verified', 'endorsements: endorsement_not_verified'])
    expect(await shown({ [endorsement.id]: 'gone' })).toEqual(['not-verified', 'endorsements: endorsement_not_verified'])
    expect(await shown({}, 7)).toEqual(['not-verified', 'endorsements: endorsement_not_verified'])
  })

  test('that cannot be loaded leaves the question open', async () => {
    expect(await shown({ [endorsement.id]: 'down' })).toEqual(['undetermined', 'endorsements: unavailable'])
    expect(await shown({ [endorsement.id]: undefined })).toEqual(['undetermined', 'endorsements: not_found'])
    expect(await shown({ [endorser.id]: 'down' })).toEqual(['undetermined', 'endorsements: unavailable'])
  })

  test('of itself, and far too many, end', async () => {
    const loop = { ...endorsement, claim: { id: endorsement.id }, endorsement: endorsement.id }
    expect(await codesAndDetails(endorsement.id, { ...known, [endorsement.id]: loop })).toEqual(['undetermined', 'endorsements: nested_too_deeply'])
    expect(await shown({}, Array(21).fill(endorsement.id))).toEqual(['undetermined', 'endorsements: nested_too_deeply'])
  })

  test('that is signed verifies by a key that its issuer lists, and by no other', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = { id: 'https://ministry.example/k', type: 'CryptographicKey', owner: endorser.id, publicKeyPem: publicKey.export({ format: 'pem', type: 'spki' }) }
    const signed = { ...endorsement, id: 'urn:uuid:1', verification: { type: 'SignedBadge', creator: key.id } }
    const input = [{ alg: 'RS256' }, signed].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const jws = `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
    const listing = { [endorser.id]: { ...endorser, publicKey: key.id }, [key.id]: key }
    expect(await shown(listing, jws)).toEqual(['verified'])
    expect(await shown({ [key.id]: key }, jws)).toEqual(['not-verified', 'endorsements: endorsement_not_verified'])
    expect(await shown(listing, `${jws.slice(0, -8)}AAAAAAAA`)).toEqual(['not-verified', 'endorsements: endorsement_not_verified'])
  })
})

describe('an extension', () => {
  const context = 'https://issuer.example/x/context.json'
  const schema = 'https://issuer.example/x/schema.json'
  const known = {
    [context]: {
      '@context': { obi: 'https://w3id.org/openbadges#', hours: 'https://issuer.example/x#hours' },
      'obi:validation': [{ 'obi:validatesType': 'extensions:Workload', 'obi:validationSchema': schema }],
    },
    [schema]: { type: 'object', properties: { hours: { type: 'integer', minimum: 1 } }, required: ['hours'] },
  }
  const extension = { '@context': context, type: ['Extension', 'extensions:Workload'], hours: 30 }
  const shown = (documents: Record<string, unknown>, changes: object = {}) =>
    codesAndDetails(assertion.id, { ...web, ...known, ...documents, [badge.id]: { ...badge, 'extensions:workload': { ...extension, ...changes } } })

  test('meets the schema that its context names, under any of its names', async () => {
    expect(await shown({})).toEqual(['verified'])
    expect(await shown({}, { hours: undefined, 'https://issuer.example/x#hours': 30 })).toEqual(['verified'])
    for (const changes of [{ hours: 0 }, { hours: '30' }, { hours: undefined }, { type: ['Extension', 'extensions:Other'] }]) {
      expect(await shown({}, changes)).toEqual(['not-verified', 'conformance: invalid_extension'])
    }
  })

  test('that cannot be loaded or understood leaves the question open', async () => {
    for (const documents of [
      { [context]: 'down' },
      { [context]: undefined },
      { [schema]: 'down' },
      { [schema]: '[]' },
      { [schema]: { invented: 1 } },
      { [context]: { 'obi:validation': ['?'] } },
    ]) {
      expect(await shown(documents)).toEqual(['undetermined', 'conformance: unsupported_extension'])
    }
    expect(await shown({}, { '@context': { hours: 'https://issuer.example/x#hours' } })).toEqual(['undetermined', 'conformance: unsupported_extension'])
    expect(await shown({}, { '@context': undefined })).toEqual(['undetermined', 'conformance: unsupported_extension'])
  })

  test('of which the context demands nothing is fine', async () => {
    expect(await shown({ [context]: { '@context': {} } })).toEqual(['verified'])
  })

  test.each([
    ['applyLinkExtension', 'ApplyLink', { url: 'https://issuer.example/apply' }, { url: 'no address' }],
    ['originalCreatorExtension', 'OriginalCreator', { url: 'https://issuer.example' }, {}],
    ['geoCoordinatesExtension', 'GeoCoordinates', { description: 'Here', geo: { latitude: 1, longitude: 2 } }, { description: 'Here', geo: { latitude: '1' } }],
    ['recipientProfile', 'RecipientProfile', { name: 'Ada' }, { name: 1 }],
  ])('that the standard publishes is known without the network: %s', async (folder, type, right, wrong) => {
    const own = { '@context': `https://openbadgespec.org/extensions/${folder}/context.json`, type: ['Extension', `extensions:${type}`], hours: undefined }
    expect(await shown({}, { ...own, ...right })).toEqual(['verified'])
    expect(await shown({}, { ...own, ...wrong })).toEqual(['not-verified', 'conformance: invalid_extension'])
  })
})

describe('an issuer of 2.0', () => {
  test('is not whoever is written inside the badge', async () => {
    const embedded = { ...issuer, id: 'urn:uuid:me', verification: { allowedOrigins: ['issuer.example'] } }
    expect(await codesAndDetails(assertion.id, with2({ badge: { ...badge, id: 'urn:uuid:b', issuer: embedded } }))).toContain('conformance: issuer_not_confirmed')
    const evil = { ...assertion, id: 'https://evil.example/a/1' }
    for (const trick of [{ origin: 'https://issuer.example' }, { id: `${issuer.id}#me` }]) {
      const forged = { ...evil, badge: { ...badge, id: 'urn:uuid:b', issuer: { ...issuer, verification: { allowedOrigins: ['evil.example'] }, ...trick } } }
      expect((await codesAndDetails(forged, { ...web, [evil.id]: forged }))[0]).toBe('not-verified')
    }
  })

  test('is known by its address, whatever its profile calls itself', async () => {
    const report = await verifyCredential(assertion.id, { load: makeWeb({ ...web, [issuer.id]: { ...issuer, id: 'https://issuer.example/somebody-else' } }), now })
    expect(report.warnings.map(({ code }) => code)).toEqual(['named_elsewhere'])
    expect(report.credential?.badge).toMatchObject({ issuer: { id: issuer.id } })
  })
})
