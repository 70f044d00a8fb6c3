// Dossiers as pages say them.
import type { Ctx } from '#ctx'
import { type AchievementContent, inLanguage, levelName, nameAtLevel, presentLevels } from '#features/achievements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import type { Agenda } from '../find-agenda.ts'
import type { NominationDetails } from '../get-nomination.ts'
import { presentPerson } from '../present-person.ts'

/** The séance that will judge it. */
export const presentAgenda = (ctx: Ctx, agenda: Agenda | undefined) => agenda && { juryId: agenda.juryId, title: agenda.title, day: formatDay(agenda.startsAt, ctx.locale) }

export const presentBadge = (ctx: Ctx, { content, imageId }: { content: AchievementContent; imageId: string }) => ({
  name: inLanguage(content.name, ctx.locale),
  description: inLanguage(content.description, ctx.locale),
  imageId,
})

export function presentNomination(ctx: Ctx, nomination: NominationDetails) {
  const { nominationId, nominee, isWithoutAccount, isPupil, isMe, version, state, response, isClosed, credentialId, createdAt } = nomination
  const decisions = nomination.decisions.map(({ decidedAt, by, ...decision }) => ({ ...decision, by: by && presentPerson(ctx, by).name, day: formatDay(decidedAt, ctx.locale) }))
  return {
    nominationId,
    nominee: presentPerson(ctx, nominee),
    isWithoutAccount,
    isPupil,
    isMe,
    naming: nomination.naming,
    achievementId: version.achievementId,
    badge: { ...presentBadge(ctx, version), name: nameAtLevel(version.content, nomination.levelId, ctx.locale) },
    levels: presentLevels(version.content.levels, ctx.locale),
    levelId: nomination.levelId,
    state,
    response,
    isClosed,
    credentialId,
    createdOn: formatDay(createdAt, ctx.locale),
    voices: nomination.voices.map(({ createdAt, author, ...voice }) => ({
      ...voice,
      author: presentPerson(ctx, author),
      level: levelName(version.content, voice.levelId, ctx.locale),
      day: formatDay(createdAt, ctx.locale),
      reading: decisions.find(({ voiceId }) => voiceId === voice.voiceId),
    })),
    facts: nomination.facts.map(({ createdAt, ...fact }) => ({ ...fact, day: formatDay(createdAt, ctx.locale) })),
    decisions: decisions.filter(({ voiceId }) => voiceId === null),
  }
}

export type PresentedNomination = ReturnType<typeof presentNomination>
