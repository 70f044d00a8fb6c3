import { matchesIdentity } from '../terms/identity.ts'
import { asArray, isJsonObject } from '../terms/json.ts'
import { type Check, toCheck } from './report.ts'
import type { Verification } from './verification.ts'

/**
 * Whether the credential is about the person who is known by that id or identifier. Skipped when nothing is known.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verify-identifier
 */
export function checkRecipient({ document, recipient }: Verification): Check {
  if (recipient === undefined) return toCheck('recipient', 'skipped')
  const { value, type } = typeof recipient === 'string' ? { value: recipient } : { type: undefined, ...recipient }
  const matches = asArray(document.credentialSubject)
    .filter(isJsonObject)
    .some((subject) => {
      if (typeof subject.id === 'string' && sameId(subject.id, value)) return true
      const identities = asArray(subject.identifier).filter(isJsonObject)
      return identities.some((identity) => (type === undefined || identity.identityType === type) && matchesIdentity(identity, value))
    })
  return matches ? toCheck('recipient', 'passed') : toCheck('recipient', 'failed', 'recipient_mismatch')
}

/** An e-mail address may be an id as `mailto:`. */
function sameId(id: string, value: string): boolean {
  return id === value || id.toLowerCase() === `mailto:${value.trim().toLowerCase()}`
}
