import { OPEN_BADGES_V1, OPEN_BADGES_V2 } from '../contexts/urls.ts'
import { asArray, isJsonObject, type JsonObject, typesOf } from '../terms/json.ts'
import type { OpenBadgesVersion } from './report.ts'

/**
 * The version of Open Badges that a document is of, by its types, contexts and members. Never throws: anything else is `unknown`.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 * @example
 * detectVersion(JSON.parse(text)) // '3.0'
 */
export function detectVersion(document: JsonObject): OpenBadgesVersion {
  const types = typesOf(document)
  if (types.includes('ClrCredential')) return 'clr2.0'
  if (types.some((type) => ['AchievementCredential', 'OpenBadgeCredential', 'EndorsementCredential'].includes(type))) return '3.0'
  if (types.includes('VerifiableCredential')) return 'unknown'
  const contexts = asArray(document['@context'])
  if (contexts.includes(OPEN_BADGES_V1)) return '1.1'
  const isOfVersion2 = contexts.some((context) => context === OPEN_BADGES_V2 || isJsonObject(context) || String(context).includes('openbadges'))
  if (isOfVersion2 || types.includes('Assertion')) return '2.0'
  if (isJsonObject(document.badge) && document.recipient !== undefined && document.uid === undefined) return '0.5'
  return document.badge !== undefined && document.recipient !== undefined ? '1.0' : 'unknown'
}
