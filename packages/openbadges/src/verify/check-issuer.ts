import { listsKey, loadController } from '../did/controller-document.ts'
import { publicKeyFromDid } from '../did/did-key.ts'
import { isSameKey } from '../did/jwk.ts'
import { type Check, toCheck } from './report.ts'
import { issuerIdOf, type Verification } from './verification.ts'

/**
 * Whether the key that signed is the issuer's: the issuer is the controller of the key, or the issuer's own
 * document (its DID document, or the profile at its https id) lists the key. A good signature by somebody else's
 * key proves nothing about the issuer, so this is a step of its own.
 *
 * @see https://www.w3.org/TR/vc-data-model-2.0/#issuer
 */
export async function checkIssuer(verification: Verification): Promise<Check> {
  const { signedBy, loader, now, document } = verification
  if (!signedBy) return toCheck('issuer', 'skipped')
  const issuer = issuerIdOf(document)
  const refuse = (detail: string) => toCheck('issuer', 'failed', 'issuer_not_confirmed', detail)
  if (signedBy.controller === issuer) return toCheck('issuer', 'passed')
  if (/^did:(?:key|jwk):/.test(issuer)) {
    return isOwnKey(issuer, signedBy.key) ? toCheck('issuer', 'passed') : refuse(`${issuer} is another key`)
  }
  const published = await loadController(loader, issuer)
  if (!published.ok) {
    if (published.outcome === 'undetermined') return toCheck('issuer', 'undetermined', published.code, published.detail)
    return refuse(published.detail ?? issuer)
  }
  return listsKey(published.value, signedBy, now) ? toCheck('issuer', 'passed') : refuse(`${issuer} does not list the key`)
}

function isOwnKey(did: string, key: Parameters<typeof isSameKey>[1]): boolean {
  try {
    return isSameKey(publicKeyFromDid(did), key)
  } catch {
    return false
  }
}
