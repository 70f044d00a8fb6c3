import type { PublicKey } from '../proof/signer.ts'
import { asArray, isJsonObject } from '../terms/json.ts'
import { type Loader, loadJson } from '../verify/load-document.ts'
import { type Finding, found, refused } from '../verify/report.ts'
import { controllerUrl, findMethod, keyOfMethod, loadController } from './controller-document.ts'
import { publicKeyFromDid } from './did-key.ts'
import { publicKeyFromJwk } from './jwk.ts'

/** The key that made a proof, and who vouches for it. */
export type ResolvedKey = {
  key: PublicKey
  /** The id of the verification method; absent for a key that came inside a JWT. */
  method: string | undefined
  /** Whose key it is, as that controller's own document says; absent for a key that nobody vouches for yet. */
  controller: string | undefined
}

/**
 * The public key of a verification method, from the document of its controller. A key that is written in
 * the address itself (as a fragment) counts for nothing until the controller's document lists it.
 *
 * did:key and did:jwk are their own documents; did:web and https addresses are loaded.
 *
 * @see https://www.w3.org/TR/vc-data-integrity/#retrieve-verification-method
 */
export async function resolveKey(methodId: string, loader: Loader, now: Date): Promise<Finding<ResolvedKey>> {
  if (/^did:(?:key|jwk):/.test(methodId)) {
    try {
      return found({ key: publicKeyFromDid(methodId), method: methodId, controller: methodId.split('#')[0] })
    } catch {
      return refused('invalid_key', methodId)
    }
  }
  const [controller = '', fragment] = methodId.split('#')
  if (controllerUrl(controller) === undefined) return refused('unsupported_verification_method', methodId)
  if (fragment === undefined) return resolveKeyDocument(methodId, loader, now)
  const document = await loadController(loader, controller)
  if (!document.ok) return document
  const method = findMethod(document.value, methodId)
  if (!method.ok) return method
  const key = keyOfMethod(method.value, now)
  return key.ok ? found({ key: key.value, method: methodId, controller }) : key
}

/** An address that is a key by itself: a Multikey document that names its controller, or a bare JWK. */
async function resolveKeyDocument(url: string, loader: Loader, now: Date): Promise<Finding<ResolvedKey>> {
  const loaded = await loadJson(loader, url)
  if (!loaded.ok) return loaded.outcome === 'failed' ? { ...loaded, code: 'key_not_found' } : loaded
  const document = loaded.value
  if (document.kty !== undefined) {
    try {
      return found({ key: publicKeyFromJwk(document), method: url, controller: undefined })
    } catch {
      return refused('invalid_key', url)
    }
  }
  const key = keyOfMethod(document, now)
  if (!key.ok) return key
  const { controller } = document
  if (document.id !== url || typeof controller !== 'string') return found({ key: key.value, method: url, controller: undefined })
  const owner = await loadController(loader, controller)
  if (!owner.ok) return owner
  const isListed = asArray(owner.value.assertionMethod).some((entry) => (isJsonObject(entry) ? entry.id : entry) === url)
  return isListed ? found({ key: key.value, method: url, controller }) : refused('key_not_authorized', `${controller} does not list ${url}`)
}
