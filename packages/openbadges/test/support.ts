import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { encodeBase58 } from '../src/encoding/base58.ts'
import { encodeMultikey, type JsonObject, type JsonValue } from '../src/index.ts'
import { canonicalizeJson } from '../src/proof/canonicalize-json.ts'

/** A file under `vectors/`, as text. */
export const readVector = (path: string) => readFileSync(new URL(`../vectors/${path}`, import.meta.url), 'utf8')

/** A file under `vectors/`, parsed. */
export const readJsonVector = (path: string) => JSON.parse(readVector(path))

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A signer with a key made from a seed: the same key in every run. TEST KEYS ONLY. */
export function makeSigner(controller: string, seed = 'boat-test-key') {
  const secret = Buffer.from(seed.padEnd(32, '.')).subarray(0, 32)
  return makeSignerFromSecret(controller, secret)
}

export function makeSignerFromSecret(controller: string, secret: Uint8Array) {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, secret]), format: 'der', type: 'pkcs8' })
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
  const multikey = encodeMultikey({ type: 'Ed25519', publicKey })
  return {
    verificationMethod: `${controller}#${multikey}`,
    algorithm: 'Ed25519' as const,
    sign: (data: Uint8Array) => new Uint8Array(sign(null, data, key)),
    publicKey,
    multikey,
  }
}

/** A badge with most of what a badge can have. */
export const fullInput = (issuerId: string) => ({
  id: 'urn:uuid:4b1f2c3d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  issuer: { id: issuerId, name: 'Lycée des Métiers', url: 'https://badges.example', email: 'contact@badges.example' },
  recipient: {
    id: 'did:example:holder',
    identifier: [
      {
        type: 'IdentityObject',
        hashed: true,
        identityType: 'emailAddress',
        salt: 'Kosher',
        identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
      },
    ],
  },
  achievement: {
    id: 'https://badges.example/achievements/7',
    name: 'Coopération “en équipe”',
    description: 'Travaille avec d’autres.\nEt le dit.',
    criteria: { id: 'https://badges.example/achievements/7/criteria', narrative: 'Nommé par ses pairs.' },
    achievementType: 'Competency',
    image: 'https://badges.example/achievements/7.png',
    alignment: [{ targetName: 'Co-operation skills', targetUrl: 'https://badges.example/frameworks/rfcdc/co-operation', targetFramework: 'RFCDC' }],
    tag: ['équipe', 'école'],
    resultDescription: [
      {
        id: 'https://badges.example/achievements/7#level',
        name: 'Niveau',
        resultType: 'RubricCriterionLevel',
        rubricCriterionLevel: [{ id: 'https://badges.example/achievements/7#level-2', name: 'Avancé', level: '2' }],
      },
    ],
  },
  validFrom: new Date('2026-11-23T10:00:00Z'),
  validUntil: new Date('2031-11-23T10:00:00Z'),
  subject: {
    narrative: 'A mené un projet.',
    result: [{ resultDescription: 'https://badges.example/achievements/7#level', achievedLevel: 'https://badges.example/achievements/7#level-2' }],
  },
  evidence: [{ id: 'https://badges.example/evidence/1', name: 'Vidéo', narrative: 'Le projet.' }],
})

/**
 * A proof by eddsa-jcs-2022, made here by hand so that it can say anything: `null` leaves a member out.
 *
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022
 */
export function signJcs(document: JsonObject, signer: ReturnType<typeof makeSigner>, members: JsonObject): JsonObject {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: '2026-11-23T10:00:05Z',
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
    '@context': document['@context'] as JsonValue,
    ...members,
  }
  const config = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null)) as JsonObject
  const hashed = [config, document].map((part) => createHash('sha256').update(canonicalizeJson(part)).digest())
  return { ...config, proofValue: `z${encodeBase58(signer.sign(Buffer.concat(hashed)))}` }
}
