import { isJsonObject, type JsonObject, type JsonValue } from '../terms/json.ts'
import { type Loader, loadJson } from '../verify/load-document.ts'
import { type Finding, found, type OpenBadgesVersion, refused, type Warning } from '../verify/report.ts'
import { BadgeClass, Issuer } from './terms.ts'
import { upgradePart } from './upgrade.ts'

/** An issuer's profile, and where it was found: what its identity rests on. */
export type IssuerPart = { issuer: JsonObject; issuerUrl: string }

/** An assertion's badge class and issuer, each from its own address. */
export type Parts = IssuerPart & { badgeClass: JsonObject }

/**
 * Loads the badge class and the issuer of an assertion. What is embedded counts only where it has no address of its own;
 * an issuer without one is nobody, except in 0.5, where it is whoever has its origin.
 */
export async function loadParts(badge: JsonValue | undefined, version: OpenBadgesVersion, loader: Loader, warnings: Warning[]): Promise<Finding<Parts>> {
  if (version === '0.5') return embeddedParts(isJsonObject(badge) ? badge : {})
  const badgeClass = await loadPart(badge, 'BadgeClass', loader, warnings)
  if (!badgeClass.ok) return badgeClass
  const problem = problemOf(BadgeClass, badgeClass.value.part, 'badge')
  if (problem) return problem
  const issuer = await loadIssuer(badgeClass.value.part.issuer, loader, warnings)
  return issuer.ok ? found({ badgeClass: badgeClass.value.part, ...issuer.value }) : issuer
}

function embeddedParts(badgeClass: JsonObject): Finding<Parts> {
  const issuer = isJsonObject(badgeClass.issuer) ? badgeClass.issuer : {}
  return problemOf(BadgeClass, badgeClass, 'badge') ?? problemOf(Issuer, issuer, 'issuer') ?? found({ badgeClass, issuer, issuerUrl: String(issuer.id) })
}

function problemOf(schema: typeof BadgeClass | typeof Issuer, part: JsonObject, name: string) {
  const issue = schema.safeParse(part).error?.issues[0]
  return issue && refused('invalid_terms', `${name}: ${issue.path.join('.')} ${issue.message}`)
}

/** Loads an issuer's profile, of a badge class or of an endorsement, from its address. */
export async function loadIssuer(reference: JsonValue | undefined, loader: Loader, warnings: Warning[]): Promise<Finding<IssuerPart>> {
  const issuer = await loadPart(reference, 'Issuer', loader, warnings)
  if (!issuer.ok) return issuer
  const { part, url } = issuer.value
  if (url === undefined) return refused('issuer_not_confirmed', `an issuer without an address: ${part.id}`)
  return problemOf(Issuer, part, 'issuer') ?? found({ issuer: part, issuerUrl: url })
}

type Part = { part: JsonObject; url: string | undefined }

async function loadPart(reference: JsonValue | undefined, type: 'BadgeClass' | 'Issuer', loader: Loader, warnings: Warning[]): Promise<Finding<Part>> {
  const embedded = isJsonObject(reference) ? reference : undefined
  const url = embedded ? String(embedded.id ?? '') : String(reference ?? '')
  if (!isAddress(url)) return embedded ? found({ part: upgradePart(embedded, type, url), url: undefined }) : refused('invalid_terms', `${type}: no address`)
  const loaded = await loadJson(loader, url)
  if (!loaded.ok) return loaded
  const part = upgradePart(loaded.value, type, url)
  const at = await loader(url)
  if (at.ok && at.value.url !== url) warnings.push({ code: 'redirected', detail: `${url} → ${at.value.url}` })
  if (!isAddress(String(part.id))) warnings.push({ code: 'issuer_without_address', detail: String(part.id) })
  else if (hostOf(String(part.id)) !== hostOf(url)) return refused('issuer_not_confirmed', `${url} says that it is ${part.id}`)
  else if (!isSameAddress(String(part.id), url)) {
    // Many share a host: what is found here is what is here, whatever it calls itself.
    warnings.push({ code: 'named_elsewhere', detail: `${url} says that it is ${part.id}` })
    part.id = url
  }
  return found({ part, url })
}

const isAddress = (url: string) => /^https?:\/\//.test(url)

/** Whether two addresses are one, by whichever of the two schemes. */
export const isSameAddress = (a: string, b: string) => a.replace(/^http:/, 'https:') === b.replace(/^http:/, 'https:')

/** The host of an address, or an empty text. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return ''
  }
}
