import { decodeMultikey } from '../proof/multikey.ts'
import type { PublicKey } from '../proof/signer.ts'
import { parseDateTimeZ } from '../terms/dates.ts'
import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'
import { type Loader, loadJson } from '../verify/load-document.ts'
import { type Finding, found, refused } from '../verify/report.ts'
import { didWebToUrl } from './did-web.ts'
import { isSameKey, publicKeyFromJwk } from './jwk.ts'

/** Where the document of a controller (a DID, or the https id of a profile) is published. */
export function controllerUrl(id: string): string | undefined {
  if (/^https?:\/\//.test(id)) return id
  try {
    return didWebToUrl(id)
  } catch {
    return undefined
  }
}

/** The document that a controller publishes about itself: it must carry the very id it was asked by. */
export async function loadController(loader: Loader, id: string): Promise<Finding<JsonObject>> {
  const url = controllerUrl(id)
  if (url === undefined) return refused('unsupported_verification_method', id)
  const loaded = await loadJson(loader, url)
  if (!loaded.ok) return loaded.outcome === 'failed' ? { ...loaded, code: 'key_not_found' } : loaded
  if ((loaded.value.id ?? loaded.value['@id']) !== id) return refused('key_not_found', `${url} is not the document of ${id}`)
  return loaded
}

/** An id in a controller's document: relative ones (`#key-1`) belong to the document. */
const absolute = (id: unknown, controller: string) => (typeof id === 'string' && id.startsWith('#') ? controller + id : id)

/**
 * The verification method of that id in a controller's document, if it may sign credentials
 * (`assertionMethod`) and belongs to that controller.
 *
 * @see https://www.w3.org/TR/controller-document/#retrieve-verification-method
 */
export function findMethod(document: JsonObject, methodId: string): Finding<JsonObject> {
  const controller = String(document.id ?? document['@id'])
  const authorized = asArray(document.assertionMethod)
  const methods = [...asArray(document.verificationMethod), ...authorized].filter(isJsonObject)
  const method = methods.find(({ id }) => absolute(id, controller) === methodId)
  if (!method) return refused('key_not_found', `${methodId} is not listed`)
  const isAuthorized = authorized.some((entry) => absolute(isJsonObject(entry) ? entry.id : entry, controller) === methodId)
  if (!isAuthorized) return refused('key_not_authorized', `${methodId} is not an assertionMethod`)
  if (method.controller !== undefined && method.controller !== controller) return refused('key_not_authorized', `${methodId} is not controlled by ${controller}`)
  return found(method)
}

/** The public key of a verification method: Multikey, Ed25519VerificationKey2020, JsonWebKey, JsonWebKey2020. */
export function keyOfMethod(method: JsonObject, now: Date): Finding<PublicKey> {
  for (const end of [method.revoked, method.expires]) {
    if (end === undefined) continue
    const instant = parseDateTimeZ(end)
    if (instant === undefined || instant <= now.getTime()) return refused('key_revoked', `${method.id} ended on ${end}`)
  }
  try {
    if (typeof method.publicKeyMultibase === 'string') return found(decodeMultikey(method.publicKeyMultibase))
    if (isJsonObject(method.publicKeyJwk)) return found(publicKeyFromJwk(method.publicKeyJwk))
  } catch {
    // an unreadable key, as an absent one
  }
  return refused('invalid_key', `${method.id} holds no key that is known here`)
}

/** Whether a controller's document authorizes the key: by the id of its method, or by the key itself. */
export function listsKey(document: JsonObject, signed: { method: string | undefined; key: PublicKey }, now: Date): boolean {
  const controller = String(document.id ?? document['@id'])
  const methods = asArray(document.verificationMethod).filter(isJsonObject)
  return asArray(document.assertionMethod).some((entry) => {
    const id = absolute(isJsonObject(entry) ? entry.id : entry, controller)
    const method = isJsonObject(entry) ? entry : methods.find((candidate) => absolute(candidate.id, controller) === id)
    if (!method) return signed.method !== undefined && id === signed.method
    const key = keyOfMethod(method, now)
    return key.ok && isSameKey(key.value, signed.key)
  })
}
