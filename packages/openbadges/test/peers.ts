import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { pinnedContexts } from '../src/contexts/index.ts'
import type { DidDocument, JsonObject, Signer } from '../src/index.ts'

const suiteOf = (algorithm: string) => (algorithm === 'Ed25519' ? eddsa : ecdsa)

/** Knows our contexts and the published key documents, nothing else. */
const makeLoader = (published: DidDocument[]) => async (url: string) => {
  const method = published.flatMap(({ verificationMethod }) => verificationMethod).find(({ id }) => id === url)
  const document = pinnedContexts.get(url)?.document ?? published.find(({ id }) => id === url) ?? (method && { '@context': 'https://w3id.org/security/multikey/v1', ...method })
  if (!document) throw new Error(`not found: ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}

/** @digitalbazaar/vc: whether it verifies a credential, with nothing but the published key documents. */
export async function digitalBazaarVerifies(credential: object, published: DidDocument[], now: Date): Promise<boolean> {
  const { proof } = credential as { proof: JsonObject }
  const suite = new DataIntegrityProof({ cryptosuite: suiteOf(proof.cryptosuite === 'ecdsa-rdfc-2019' ? 'P-256' : 'Ed25519') })
  const { verified } = await vc.verifyCredential({ credential, suite, documentLoader: makeLoader(published), now })
  return verified
}

/** @digitalbazaar/vc: the credential as it signs it. */
export function digitalBazaarIssues(credential: object, { verificationMethod: id, algorithm, sign }: Signer, date: Date): Promise<JsonObject> {
  const signer = { id, algorithm, sign: async ({ data }: { data: Uint8Array }) => sign(data) }
  const suite = new DataIntegrityProof({ cryptosuite: suiteOf(algorithm), signer, date })
  return vc.issue({ credential: structuredClone(credential), suite, documentLoader: makeLoader([]), now: date }) as Promise<JsonObject>
}
