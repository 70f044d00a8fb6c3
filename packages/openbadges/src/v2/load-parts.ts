import { isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { type Loader, loadJson } from '../verify/load-document.ts'
import { type Finding, found, refused, type Warning } from '../verify/report.ts'
import { BadgeClass, Issuer } from './terms.ts'
import { upgradePart } from './upgrade.ts'

/** An assertion's badge class and issuer, each from its own address. */
export type Parts = {
  badgeClass: JsonObject
  issuer: JsonObject
  /** Where the issuer's profile was found: what its identity rests on. */
  issuerUrl: string
}

/** Loads the badge class and the issuer of an assertion. What is embedded counts only where it has no address of its own. */
export async function loadParts(badge: JsonValue | undefined, loader: Loader, warnings: Warning[]): Promise<Finding<Parts>> {
  const badgeClass = await loadPart(badge, 'BadgeClass', loader, warnings)
  if (!badgeClass.ok) return badgeClass
  const parsed = BadgeClass.safeParse(badgeClass.value.part)
  if (!parsed.success) return refused('invalid_terms', `badge: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`)
  const issuer = await loadPart(badgeClass.value.part.issuer, 'Issuer', loader, warnings)
  if (!issuer.ok) return issuer
  const parsedIssuer = Issuer.safeParse(issuer.value.part)
  if (!parsedIssuer.success) return refused('invalid_terms', `issuer: ${parsedIssuer.error.issues[0]?.path.join('.')} ${parsedIssuer.error.issues[0]?.message}`)
  return found({ badgeClass: badgeClass.value.part, issuer: issuer.value.part, issuerUrl: issuer.value.url })
}

async function loadPart(reference: JsonValue | undefined, type: 'BadgeClass' | 'Issuer', loader: Loader, warnings: Warning[]): Promise<Finding<{ part: JsonObject; url: string }>> {
  const embedded = isJsonObject(reference) ? reference : undefined
  const url = embedded ? String(embedded.id ?? '') : String(reference ?? '')
  const hasAddress = /^https?:\/\//.test(url) && !url.includes('#') && embedded?.origin === undefined
  if (embedded && !hasAddress) return found({ part: upgradePart(embedded, type, url), url })
  if (!hasAddress) return refused('invalid_terms', `${type}: no address`)
  const loaded = await loadJson(loader, url)
  if (!loaded.ok) return loaded
  const part = upgradePart(loaded.value, type, url)
  const at = await loader(url)
  if (at.ok && at.value.url !== url) warnings.push({ code: 'redirected', detail: `${url} → ${at.value.url}` })
  if (!/^https?:/.test(String(part.id))) warnings.push({ code: 'issuer_without_address', detail: String(part.id) })
  else if (hostOf(String(part.id)) !== hostOf(url)) return refused('issuer_not_confirmed', `${url} says that it is ${part.id}`)
  return found({ part, url })
}

/** The host of an address, or an empty text. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return ''
  }
}
