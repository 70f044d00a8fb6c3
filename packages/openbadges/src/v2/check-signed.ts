import { exportJWK, importSPKI } from 'jose'
import { publicKeyFromJwk } from '../did/jwk.ts'
import { fromUtf8 } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/parse-json.ts'
import { type Jws, keyTypeOfJws, verifyJws } from '../proof/jws.ts'
import type { PublicKey, Verifiers } from '../proof/signer.ts'
import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'
import type { Loader } from '../verify/load-document.ts'
import { type Finding, found, refused } from '../verify/report.ts'
import type { IssuerPart } from './load-parts.ts'

/**
 * The signature of a signed badge, by a key that the issuer lists as its own. The key that the badge names is
 * never believed by itself.
 *
 * @see https://www.imsglobal.org/spec/ob/v2p0/#signed-badge-verification
 */
export async function checkSigned(assertion: JsonObject, jws: Jws, parts: IssuerPart, loader: Loader, verifiers: Verifiers): Promise<Finding<true>> {
  if (keyTypeOfJws(jws.header) === undefined) return refused('jwt_algorithm', String(jws.header.alg))
  const verification = isJsonObject(assertion.verification) ? assertion.verification : {}
  const listed = asArray(parts.issuer.publicKey)
  const ids = listed.map((key) => (isJsonObject(key) ? key.id : key))
  const creator = verification.creator ?? (ids.length === 1 ? ids[0] : undefined)
  if (typeof creator !== 'string') return refused('key_not_found', 'the badge names no key')
  if (!ids.includes(creator)) return refused('issuer_not_confirmed', `the issuer does not list ${creator}`)
  const embedded = listed.find((key) => isJsonObject(key) && key.id === creator && key.publicKeyPem !== undefined)
  const key = isJsonObject(embedded) ? await readKey(embedded, parts) : await loadKey(creator, parts, loader)
  if (!key.ok) return key
  if (keyTypeOfJws(jws.header) !== key.value.type) return refused('jwt_algorithm', `${jws.header.alg} with a key of type ${key.value.type}`)
  return (await verifyJws(jws, key.value, verifiers)) ? found(true) : refused('proof_invalid', `not the signature of ${creator}`)
}

/** A CryptographicKey, or (1.0) the PEM itself. */
async function loadKey(url: string, parts: IssuerPart, loader: Loader): Promise<Finding<PublicKey>> {
  const loaded = await loader(url)
  if (!loaded.ok) return loaded.outcome === 'failed' ? { ...loaded, code: 'key_not_found' } : loaded
  try {
    const text = fromUtf8(loaded.value.body).trim()
    if (text.startsWith('-----')) return await readKey({ publicKeyPem: text }, parts)
    const document = parseJson(text)
    if (isJsonObject(document)) return await readKey(document, parts)
  } catch {
    // told below
  }
  return refused('invalid_key', url)
}

async function readKey(document: JsonObject, { issuer, issuerUrl }: IssuerPart): Promise<Finding<PublicKey>> {
  const { owner, publicKeyPem, publicKeyJwk } = document
  if (owner !== undefined && owner !== issuer.id && owner !== issuerUrl) return refused('issuer_not_confirmed', `the key is owned by ${owner}`)
  try {
    if (isJsonObject(publicKeyJwk)) return found(publicKeyFromJwk(publicKeyJwk))
    const key = await importSPKI(String(publicKeyPem), 'RS256', { extractable: true })
    return found(publicKeyFromJwk((await exportJWK(key)) as JsonObject))
  } catch {
    return refused('invalid_key', String(document.id ?? ''))
  }
}
