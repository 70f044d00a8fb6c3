import type { Ctx } from '#ctx'
import { nameAtLevel } from '#features/achievements/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { sayWhen } from '#kit/paris-time.ts'
import { translate } from '#web/translations.ts'
import { effectiveDisplay } from './browser/shown-name.ts'
import { refuse } from './ceremonies.errors.ts'
import { getCeremony, listRecipients } from './planning/get-ceremony.ts'
import { drawRunSheet } from './sheets/draw-run-sheet.ts'
import { openDocument } from './sheets/open-document.ts'

/** The run sheet on A4 lying down: for the hand of whoever announces, with a box to tick for each. */
export async function printRunSheet(ctx: Ctx, ceremonyId: string): Promise<Uint8Array> {
  const t = translate(ctx.locale)
  const ceremony = await getCeremony(ctx, { ceremonyId })
  const people = await listRecipients(ctx, ceremonyId)
  if (people.length === 0) throw refuse('no_cards')
  const { name } = await getOrganization(ctx, { id: ceremony.organizationId })
  const { doc, finish } = openDocument({ title: `${t('ceremonies:run_sheet.title')} · ${ceremony.title}`, lang: ctx.locale }, ctx.now())
  const rows = people.map((person, index) => ({
    number: index + 1,
    className: person.className || t('ceremonies:no_class'),
    name: `${person.givenName} ${person.familyName}`.trim(),
    said: person.pronunciation && t('ceremonies:note.said', { text: person.pronunciation }),
    badge: nameAtLevel(person.content, person.levelId, ctx.locale),
    citation: person.citation && t('ceremonies:quote', { text: person.citation }),
    handedBy: person.handedBy,
    notes: [t(`ceremonies:run_sheet.shown_${effectiveDisplay(person)}`), person.photo === 'unknown' ? '' : t(`ceremonies:note.photo_${person.photo}`)].filter(Boolean).join(' · '),
    isHanded: person.presence === 'handed',
  }))
  const column = (key: string) => t(`ceremonies:run_sheet.${key}`)
  drawRunSheet(doc, rows, {
    heading: ceremony.title,
    when: [sayWhen(ceremony.startsAt, ctx.locale), ceremony.place].filter(Boolean).join(' · '),
    columns: [column('handed'), column('number'), column('name'), column('badge'), column('handed_by'), column('notes')],
    foot: t('ceremonies:run_sheet.foot', { organization: name }),
    continued: t('ceremonies:wall.continued'),
  })
  return finish()
}
