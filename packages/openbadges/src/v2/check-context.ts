import { OPEN_BADGES_V1, OPEN_BADGES_V2 } from '../contexts/urls.ts'
import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'

const KNOWN: readonly unknown[] = [OPEN_BADGES_V1, OPEN_BADGES_V2, 'https://openbadgespec.org/v2/context.json']

/** Why the context is not one of Open Badges, or nothing. 0.5 and 1.0 have none; inline contexts of 2.0 are harmless, since nothing is signed by them. */
export function checkHostedContext(document: JsonObject): string | undefined {
  const contexts = asArray(document['@context'])
  if (contexts.length === 0 && (document.type === undefined || document.revoked === true)) return undefined
  if (contexts.some((context) => KNOWN.includes(context) || isJsonObject(context))) return undefined
  return `not a context of Open Badges: ${contexts.join(', ') || 'none'}`
}
