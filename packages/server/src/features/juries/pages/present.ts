// Séances as pages say them.
import type { Ctx } from '#ctx'
import { type AchievementContent, inLanguage, renderMarkdown } from '#features/achievements/index.ts'
import { presentPerson } from '#features/nominations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import type { Table, TableDossier } from '../read/read-table.ts'

const ZONE = 'Europe/Paris'

/** « jeudi 3 décembre 2026 à 17:30 ». */
export const formatMoment = (date: Date, locale: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: ZONE }).format(date)

/** As fields of a form take it. */
export function splitMoment(date: Date): { date: string; time: string } {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE }).format(date).split(' ')
  return { date: day, time }
}

export const presentBadge = (ctx: Ctx, { achievementId, content, imageId }: { achievementId: string; content: AchievementContent; imageId: string }) => ({
  achievementId,
  imageId,
  name: inLanguage(content.name, ctx.locale),
  description: inLanguage(content.description, ctx.locale),
})

export function presentTable(ctx: Ctx, { jury, me, members, dossiers }: Table) {
  const names = new Map(members.map(({ memberId, who }) => [memberId, presentPerson(ctx, who).name]))
  return {
    jury: { ...jury, startsAt: formatMoment(jury.startsAt, ctx.locale) },
    me,
    members: members.map(({ who, ...member }) => ({ ...member, ...presentPerson(ctx, who) })),
    dossiers: dossiers.map((dossier, index) => presentDossier(ctx, dossier, { number: index + 1, names, mayRun: me.mayRun })),
  }
}

function presentDossier(ctx: Ctx, dossier: TableDossier, { number, names, mayRun }: { number: number; names: ReadonlyMap<string, string>; mayRun: boolean }) {
  const { badge, nominee, voices, votes, recusals, returnedFrom, votedBy, ...rest } = dossier
  return {
    ...rest,
    number,
    nominee: presentPerson(ctx, nominee),
    badge: {
      ...presentBadge(ctx, badge),
      criteria: renderMarkdown(inLanguage(badge.content.criteria, ctx.locale)),
      alignments: badge.content.alignments.map(({ targetName, targetDescription }) => ({ name: targetName, description: targetDescription ?? '' })),
      levels: badge.content.levels.map(({ id, name, description }) => ({ id, name: inLanguage(name, ctx.locale), description: inLanguage(description, ctx.locale) })),
    },
    returnedFrom: returnedFrom && formatDay(returnedFrom, ctx.locale),
    voices: voices.map(({ author, createdAt, ...voice }) => ({ ...voice, author: presentPerson(ctx, author), day: formatDay(createdAt, ctx.locale) })),
    votes: votes?.map(({ by, ...vote }) => ({ ...vote, by: presentPerson(ctx, by).name })),
    votedCount: votedBy.length,
    // Who has voted is for whoever runs the meeting; never what.
    votedBy: mayRun ? votedBy.map((memberId) => names.get(memberId) ?? '') : [],
    recusals: recusals.map((recusal) => ({ ...recusal, by: names.get(recusal.memberId) ?? '' })),
  }
}

export type PresentedTable = ReturnType<typeof presentTable>
export type PresentedDossier = PresentedTable['dossiers'][number]
export type PresentedMember = PresentedTable['members'][number]
