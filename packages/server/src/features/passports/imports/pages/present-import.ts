import type { Locale } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import type { ImportedBadge } from '../read-imports.ts'

/** A badge from elsewhere as its holder's pages show it.  */
export function presentImport({ importedId, summary, state, hasPicture, unreachableSince }: ImportedBadge, locale: Locale) {
  // Badges of before 1.0 may have no date, and an upgrade then writes the first one there is.
  const day = (iso: string | null) => (iso === null || iso < '2000' ? null : formatDay(new Date(iso), locale))
  return {
    id: importedId,
    name: summary.name ?? translate(locale)('imports:nameless'),
    issuerName: summary.issuer.name ?? summary.issuer.host,
    issuerHost: summary.issuer.host,
    receivedOn: day(summary.issuedOn),
    validUntil: day(summary.validUntil),
    state,
    imageId: null,
    isUnreachable: unreachableSince !== null,
    picture: hasPicture ? `/me/imports/${importedId}/picture.png` : null,
  }
}

export type PresentedImport = ReturnType<typeof presentImport>
