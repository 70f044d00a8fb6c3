import type { Ctx, Locale } from '#ctx'
import { demand, getOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { getCalendar } from '../calendar/get-calendar.ts'
import { listSteeringGroup } from '../group/list-steering-group.ts'
import { type MilestoneKind, TEXTS, type TextKind } from '../onboarding.schema.ts'
import { models } from './models.ts'

export type ModelText = { kind: TextKind; locale: Locale; title: string; body: string /** What was kept, or null while it is the model. */; keptAt: Date | null }

/** The texts in one language: the structure's own where it kept one, else the model with its name, its days and its people filled in. */
export async function getTexts(ctx: Ctx, { organizationId, locale }: { organizationId: string; locale: Locale }): Promise<ModelText[]> {
  await demand(ctx, 'lead', organizationId)
  const kept = await ctx.db.selectFrom('model_text').selectAll().where('organization_id', '=', organizationId).where('locale', '=', locale).execute()
  const values = await readValues(ctx, organizationId, locale)
  return TEXTS.map((kind) => {
    const own = kept.find((row) => row.kind === kind)
    const { title, body } = models[locale][kind]
    return { kind, locale, title: fill(title, values), body: own?.body ?? fill(body, values), keptAt: own?.updated_at ?? null }
  })
}

async function readValues(ctx: Ctx, organizationId: string, locale: Locale): Promise<Record<string, string>> {
  const [{ name, commune }, { schoolYear, milestones }, { members }] = await Promise.all([
    getOrganization(ctx, { id: organizationId }),
    getCalendar(ctx, { organizationId }),
    listSteeringGroup(ctx, organizationId),
  ])
  const later = locale === 'fr' ? 'une date à préciser' : 'a date to be announced'
  const dayOf = (kind: MilestoneKind) => {
    const day = milestones.find((milestone) => milestone.kind === kind)?.day
    return day ? formatDay(new Date(`${day}T12:00:00Z`), locale) : later
  }
  // A pupil is not named in a letter that leaves the school.
  const adults = members.filter(({ part }) => part !== 'pupil').map((member) => [member.name, member.function].filter(Boolean).join(', '))
  return {
    structure: name,
    place: commune?.name ?? '',
    year: schoolYear,
    today: formatDay(ctx.now(), locale),
    group: adults.length > 0 ? adults.map((line) => `- ${line}`).join('\n') : locale === 'fr' ? '- (à compléter)' : '- (to be completed)',
    ...Object.fromEntries((['steering', 'information', 'opening', 'closing', 'jury', 'ceremony', 'review'] as const).map((kind) => [kind, dayOf(kind)])),
  }
}

const fill = (text: string, values: Record<string, string>): string => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
