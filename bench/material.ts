import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import { buildAchievementCredential, buildDidDocument, compileTemplate, type JsonObject, signCredential, signFromTemplate, statusEntry, type Verifier } from '@boat/openbadges'
import { pinnedContexts } from '../packages/openbadges/src/contexts/index.ts'
import { fullInput, makeSigner } from '../packages/openbadges/test/support.ts'

export const did = 'did:web:badges.example'
export const signer = makeSigner(did)
export const created = new Date('2026-11-23T10:00:05Z')
export const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'buffer')
export const key = { type: 'Ed25519' as const, publicKey: signer.publicKey }

const keyObjects = new Map<string, KeyObject>()
/** node:crypto, with the key object kept: making one costs as much as several verifications. */
export const verifyEd25519: Verifier = (publicKey, data, signature) => {
  const name = Buffer.from(publicKey).toString('base64')
  let known = keyObjects.get(name)
  if (!known) {
    known = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]), format: 'der', type: 'spki' })
    keyObjects.set(name, known)
  }
  return verify(null, data, known, signature)
}

const credentialStatus = statusEntry({ statusListCredential: 'https://badges.example/status/1', index: 5, purpose: 'revocation' })

/** A badge as a school issues it: about 2.9 KB signed, about 61 quads. */
const input = fullInput(did)
const badge = {
  ...input,
  issuer: { ...input.issuer, description: 'Lycée polyvalent, académie de Poitiers', image: 'https://badges.example/issuers/1.png' },
  achievement: {
    ...input.achievement,
    description: 'Travaille avec d’autres, et le dit.\nTient son rôle dans le groupe, écoute, propose et accepte que l’idée d’un autre soit retenue.',
    inLanguage: 'fr',
    creator: { id: 'did:web:badges.example:issuers:2', name: 'Réseau BOAT', url: 'https://badges.example' },
  },
  credentialStatus,
}
export const credential = buildAchievementCredential(badge)

export const holes = {
  id: '/id',
  validFrom: '/validFrom',
  holder: '/credentialSubject/id',
  hash: '/credentialSubject/identifier/0/identityHash',
  salt: '/credentialSubject/identifier/0/salt',
  status: '/credentialStatus/id',
  index: '/credentialStatus/statusListIndex',
  narrative: '/credentialSubject/narrative',
}
export const valuesOf = (turn: number) => ({
  id: `urn:uuid:4b1f2c3d-5e6f-4a7b-8c9d-${turn.toString(16).padStart(12, '0')}`,
  validFrom: '2026-11-23T10:00:00Z',
  holder: `did:example:${turn}`,
  hash: `sha256$${turn.toString(16).padStart(64, '0')}`,
  salt: turn.toString(16).padStart(32, '0'),
  status: `https://badges.example/status/1#${turn}`,
  index: String(turn),
  narrative: `A mené le projet “${turn}”.`,
})

const template = await compileTemplate(credential, holes)
type Signed = JsonObject & { proof: JsonObject }
/** Badges of one achievement for many people. */
export const signed: Signed[] = []
for (let turn = 0; turn < 500; turn++) signed.push(JSON.parse(await signFromTemplate(template, valuesOf(turn), { signer, created, sha256 })))

/** Badges of as many achievements: no shape among them is met a second time before all others were. */
export const signedOfMany: Signed[] = []
for (let turn = 0; turn < 600; turn++) {
  const achievement = { ...badge.achievement, id: `https://badges.example/achievements/${turn}` }
  signedOfMany.push((await signCredential(buildAchievementCredential({ ...badge, achievement }), { signer, created })) as unknown as Signed)
}

/** The reference implementation, with pinned contexts and the published key document: no network. */
export async function makeReference() {
  const vc = await import('@digitalbazaar/vc')
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity')
  const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')
  const didDocument = buildDidDocument({ did, keys: [key] })
  const documentLoader = async (url: string) => {
    const context = pinnedContexts.get(url)?.document
    const method = didDocument.verificationMethod.find(({ id }) => id === url)
    const document = context ?? (url === did ? didDocument : method && { '@context': 'https://w3id.org/security/multikey/v1', ...method })
    if (!document) throw new Error(`not found: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
  const author = { id: signer.verificationMethod, algorithm: 'Ed25519', sign: async ({ data }: { data: Uint8Array }) => signer.sign(data) }
  const signing = { cryptosuite, date: created, signer: author } as never
  return {
    issue: () => vc.issue({ credential: structuredClone(credential) as never, suite: new DataIntegrityProof(signing), documentLoader }),
    verify: async (credential: Signed) => {
      const suite = new DataIntegrityProof({ cryptosuite })
      const { verified } = await vc.verifyCredential({ credential: credential as never, suite, documentLoader, now: created, checkStatus: async () => ({ verified: true }) })
      if (!verified) throw new Error('the reference did not verify')
    },
  }
}
