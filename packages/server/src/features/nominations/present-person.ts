import type { Ctx } from '#ctx'
import { translate } from '#web/translations.ts'
import type { Seen } from './read-people.ts'

/** A name, or « un·e élève de 4e B » for those who may not know it. */
export function presentPerson(ctx: Ctx, person: Seen | undefined): { name: string; about: string } {
  const t = translate(ctx.locale)
  if (!person) return { name: t('nominations:somebody_gone'), about: '' }
  if ('pupilOf' in person) return { name: person.pupilOf ? t('nominations:pupil_of', { className: person.pupilOf }) : t('nominations:a_pupil'), about: '' }
  return { name: person.name, about: person.className ?? person.title }
}
