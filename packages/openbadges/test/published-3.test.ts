import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { verifyCredential } from '../src/index.ts'
import { listFiles, loadPublished, published } from './published-web.ts'

const now = new Date('2026-11-23T12:00:00Z')
const verify = (path: string) => verifyCredential(new Uint8Array(readFileSync(published + path)), { load: loadPublished, now })

/** What each fixture of 1EdTech's public validator must give: nothing for verified, else the codes of what is wrong. */
const expected: Record<string, string[]> = {
  'bit-string-list/credential-status-revoked-blank-nodes.json': ['revoked'],
  'bit-string-list/credential-status-revoked.json': ['revoked'],
  'bit-string-list/testlist': ['not_open_badge'],
  'complete.json': ['not_found', 'endorsement_not_verified'],
  'complete_v1.json': ['undefined_term', 'invalid_key', 'not_found', 'expired', 'endorsement_not_verified'],
  'credential-status-revoked.json': ['key_not_found', 'not_found'],
  'endorsement-err-schema-status-refresh.json': ['unsupported_schema', 'proof_invalid', 'not_found'],
  'endorsement-valid.json': [],
  'simple-context-alias.json': [],
  'simple-context-version.json': [],
  // The signature is good, but nothing binds the did:key to the issuer, a urn:uuid.
  'simple-did-key-method.json': ['issuer_not_confirmed'],
  'simple-did-web-method.json': [],
  'simple-eddsa-2022.json': [],
  'simple-err-context.json': ['wrong_context', 'proof_invalid'],
  'simple-err-credential-subject-achievement-result-description-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-credential-subject-identifier-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-credential-subject-profile-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-credential-subject-result-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-credential-subject-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-evidence-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-expired.json': ['expired'],
  'simple-err-issued.json': ['invalid_terms', 'not_yet_valid'],
  'simple-err-issuer-otheridentifier-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-issuer-parentorg-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-issuer-type.json': ['invalid_terms', 'proof_invalid'],
  'simple-err-issuer.json': ['invalid_terms', 'issuer_not_confirmed'],
  'simple-err-proof-method-no-scheme.json': ['unsupported_verification_method'],
  'simple-err-proof-method-unknown-did-method.json': ['unsupported_verification_method'],
  'simple-err-proof-method-unknown-scheme.json': ['unsupported_verification_method'],
  'simple-err-proof-method.json': ['invalid_key'],
  'simple-err-proof-value.json': ['proof_invalid'],
  'simple-err-type.json': ['not_open_badge', 'proof_invalid'],
  'simple-json.png': [],
  'simple-json.svg': [],
  'simple-jwt.png': [],
  'simple-jwt.svg': [],
  'simple-jwt_v1.png': [],
  'simple-jwt_v1.svg': [],
  'simple-multiple-proofs.json': ['undefined_term'],
  'simple-noproof.json': ['invalid_terms', 'no_proof'],
  'simple.1ob': [],
  'simple.json': [],
  'simple.jwt': ['wrong_context', 'key_not_found'],
  'simple_v1.json': [],
  'velocity.jwt': ['unknown_context', 'unsupported_verification_method', 'unsupported_status'],
}

describe('the fixtures of the public validator of 1EdTech', () => {
  test.each(Object.entries(expected))('%s', async (file, codes) => {
    const { checks, outcome } = await verify(`ob3-1edtech-validator/${file}`)
    expect(checks.filter((check) => check.outcome === 'failed' || check.outcome === 'undetermined').map(({ code }) => code)).toEqual(codes)
    expect(outcome).toBe(codes.length === 0 ? 'verified' : 'not-verified')
  })

  test('none is left out', () => {
    expect(listFiles('ob3-1edtech-validator')).toEqual(Object.keys(expected).sort())
  })
})

describe('the fixtures of the Digital Credentials Consortium', () => {
  const dcc: Record<string, string[]> = JSON.parse(readFileSync(`${published}dcc-fixtures/EXPECTED.json`, 'utf8'))
  /** Signed with a context that is not pinned here (an inline one, or another consortium's own). */
  const foreign = ['v1/dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-oldDCCExample.json', 'v2/dataIntegrityProof/didKey/twoOIDF-revoked-notExpired-badSchema.json']

  test.each(Object.entries(dcc).filter(([file]) => !foreign.includes(file)))('%s', async (file, codes) => {
    const { checks } = await verify(`dcc-fixtures/${file}`)
    const found = checks.filter(({ check, outcome }) => outcome === 'failed' && check !== 'conformance' && check !== 'endorsements').map(({ code }) => code)
    expect(found).toEqual(codes)
  })

  test.each(foreign)('%s is refused for its context', async (file) => {
    const { checks, outcome } = await verify(`dcc-fixtures/${file}`)
    expect([outcome, checks.find(({ check }) => check === 'proof')?.outcome]).toEqual(['not-verified', 'failed'])
  })
})

describe('the fixtures of Comprehensive Learner Records', () => {
  test.each([
    ['simple.json', 'verified'],
    ['simple-noproof.json', 'not-verified'],
    ['simple_old_safesigned.json', 'not-verified'],
    ['simple.jwt', 'not-verified'],
  ])('%s is %s', async (file, outcome) => {
    const report = await verify(`clr2-1edtech-validator/${file}`)
    expect([report.version, report.outcome]).toEqual(['clr2.0', outcome])
  })

  test('complex.json: the proof is good, but nothing binds its key to the issuer', async () => {
    const { checks } = await verify('clr2-1edtech-validator/complex.json')
    expect(checks.filter(({ check }) => check === 'proof' || check === 'issuer').map(({ outcome }) => outcome)).toEqual(['passed', 'failed'])
  })
})
