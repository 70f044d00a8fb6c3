import type { Locale } from '#ctx'
import { inLanguage } from '#features/achievements/index.ts'
import type { HeldCredential } from '#features/credentials/index.ts'
import { formatDay } from '#kit/format-day.ts'

/** A received badge as its holder's pages show it. */
export const presentHeld = (held: HeldCredential, locale: Locale) => ({
  id: held.credentialId,
  name: inLanguage(held.content.name, locale),
  imageId: held.imageId,
  imageAlt: inLanguage(held.content.imageAlt, locale),
  organizationName: held.organization.name,
  receivedOn: formatDay(held.issuedAt, locale),
  validUntil: held.validUntil && formatDay(held.validUntil, locale),
  state: held.state,
  revocationReason: held.revocationReason,
  response: held.response,
  isShared: held.isShared,
})

export type PresentedHeld = ReturnType<typeof presentHeld>
