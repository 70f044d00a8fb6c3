import type { Locale } from '#ctx'
import { inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import type { HeldCredential } from '#features/credentials/index.ts'
import { formatDay } from '#kit/format-day.ts'

/** A received badge as its holder's pages show it. */
export const presentHeld = (held: HeldCredential, locale: Locale) => ({
  id: held.credentialId,
  /** « Éco-citoyen · Argent »: the badge, and the step of it. */
  name: nameAtLevel(held.content, held.levelId, locale),
  badgeName: inLanguage(held.content.name, locale),
  imageId: held.imageId,
  imageAlt: inLanguage(held.content.imageAlt, locale),
  organizationName: held.organization.name,
  authorName: held.authorName,
  receivedOn: formatDay(held.issuedAt, locale),
  validUntil: held.validUntil && formatDay(held.validUntil, locale),
  state: held.state,
  revocationReason: held.revocationReason,
  response: held.response,
  isShared: held.isShared,
})

export type PresentedHeld = ReturnType<typeof presentHeld>
