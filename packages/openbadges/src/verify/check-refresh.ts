import { asArray, isJsonObject } from '../terms/json.ts'
import { checkConformance } from './check-conformance.ts'
import { checkIssuer } from './check-issuer.ts'
import { checkProof } from './check-proof.ts'
import { type ReadDocument, readDocument } from './read-document.ts'
import { type Check, toCheck } from './report.ts'
import { issuerIdOf, type Verification } from './verification.ts'

/**
 * Step 3: a newer copy of the credential, once, where the issuer offers one. The copy replaces the original only
 * if it conforms, is signed by the issuer and is the same credential; else the original is kept, as the
 * specification asks.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verification
 */
export async function checkRefresh(verification: Verification): Promise<Check> {
  const service = asArray(verification.document.refreshService)
    .filter(isJsonObject)
    .find(({ type }) => type === '1EdTechCredentialRefresh')
  if (!service || typeof service.id !== 'string' || !verification.signedBy) return toCheck('refresh', 'skipped')
  const loaded = await verification.loader(service.id)
  if (!loaded.ok) return toCheck('refresh', 'skipped', 'not_refreshed', loaded.detail)
  let read: ReadDocument
  try {
    read = readDocument(loaded.value.body)
  } catch {
    return toCheck('refresh', 'skipped', 'not_refreshed', `${service.id} is unreadable`)
  }
  if (read.kind === 'address') return toCheck('refresh', 'skipped', 'not_refreshed', `${service.id} is not a credential`)
  const { signedBy: _, form: __, ...shared } = verification
  const fresh: Verification = { ...shared, document: read.document, jws: read.jws, domain: undefined, challenge: undefined, warnings: [] }
  const isSame = fresh.document.id === verification.document.id && issuerIdOf(fresh.document) === issuerIdOf(verification.document)
  if (!isSame) return toCheck('refresh', 'skipped', 'not_refreshed', 'another credential')
  for (const step of [checkConformance, checkProof, checkIssuer]) {
    const { outcome, code } = await step(fresh)
    if (outcome !== 'passed') return toCheck('refresh', 'skipped', 'not_refreshed', `the copy: ${code}`)
  }
  Object.assign(verification, { ...fresh, warnings: [...verification.warnings, ...fresh.warnings] })
  return toCheck('refresh', 'passed', 'refreshed')
}
