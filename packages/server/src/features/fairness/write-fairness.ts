import { writeCsv } from '#kit/csv.ts'
import { AGES } from './count-dossiers.ts'
import type { Fairness, Shown } from './read-fairness.ts'

type Words = (key: string, values?: Record<string, unknown>) => string

/** The three tables of the page, one below the other, with the same numbers and the same gaps. */
export function writeFairness({ schoolYear, units, badges, waits }: Fairness, { t, nameOf }: { t: Words; nameOf(badge: Fairness['badges'][number]): string }): string {
  const show = (value: Shown) => (value === null ? t('hidden') : String(value))
  const rows = [
    [t('title'), schoolYear],
    [t('hidden_means', { hidden: t('hidden') })],
    [],
    ['unit', 'people', 'proposed', 'never', 'recognised'].map((name) => t(`columns.${name}`)),
    ...units.map((unit) => [unit.name || t(`units.${unit.kind}`), show(unit.people), show(unit.proposed), show(unit.never), show(unit.recognised)]),
    [],
    ['badge', 'proposed', 'open', 'to-complete', 'granted', 'not-retained', 'declined', 'otherwise'].map((name) => t(`columns.${name}`)),
    ...badges.map((badge) => [
      nameOf(badge),
      ...[badge.proposed, badge.open, badge['to-complete'], badge.granted, badge['not-retained'], badge.declined, badge.otherwise].map(show),
    ]),
    [],
    [t('waits.band'), t('waits.dossiers')],
    ...waits.ages.map((count, band) => [bandName(t, band), show(count)]),
    [t('waits.median'), show(waits.medianDays)],
    [t('waits.longest'), show(waits.longestWeeks)],
    [t('waits.answer'), show(waits.answerDays)],
    [t('waits.voices'), show(waits.voices)],
  ]
  return writeCsv(rows)
}

/** « de 14 à 30 jours » */
export const bandName = (t: Words, band: number): string =>
  t(band === 0 ? 'waits.below' : band === AGES.length ? 'waits.above' : 'waits.between', { from: AGES[band - 1] ?? 0, to: AGES[band] ?? 0 })
