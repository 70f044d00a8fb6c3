import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { AchievementContent } from '#features/achievements/index.ts'
import { tell } from './tell.ts'

/** To the nominee: somebody proposes them. One notice a dossier, however many voices. */
export async function tellOfNomination(ctx: Ctx, { nominationId }: { nominationId: string }): Promise<void> {
  const dossier = await findDossier(ctx, nominationId)
  if (!dossier?.person_id || dossier.response !== 'pending') return
  await tell(ctx, {
    personIds: [dossier.person_id],
    kind: 'nomination-shown',
    words: wordsOf(dossier),
    path: `/me/nominations/${nominationId}`,
    key: `nomination-shown:${nominationId}`,
  })
}

/** To the nominee: what is missing, or why not. */
export async function tellOfAnswer(ctx: Ctx, { decisionId }: { decisionId: string }): Promise<void> {
  const decision = await ctx.db.selectFrom('nomination_decision').select(['nomination_id', 'decision']).where('id', '=', decisionId).executeTakeFirst()
  const dossier = decision && (await findDossier(ctx, decision.nomination_id))
  if (!dossier?.person_id) return
  await tell(ctx, {
    personIds: [dossier.person_id],
    kind: `nomination-${decision!.decision}`,
    words: wordsOf(dossier),
    path: `/me/nominations/${dossier.id}`,
    key: `nomination-answered:${decisionId}`,
  })
}

/** To those who read what pupils write: voices wait. One notice a day, or a busy class would ring all morning. */
export async function tellOfWaitingVoice(ctx: Ctx, { voiceId }: { voiceId: string }): Promise<void> {
  const voice = await ctx.db
    .selectFrom('nomination_voice')
    .innerJoin('nomination', 'nomination.id', 'nomination_id')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select(['organization_id', 'slug', 'organization.name', 'nomination_voice.state'])
    .where('nomination_voice.id', '=', voiceId)
    .executeTakeFirst()
  if (voice?.state !== 'waiting') return
  const readers = await ctx.db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', voice.organization_id)
    .where('left_at', 'is', null)
    .where('is_pupil', '=', false)
    .where(sql<boolean>`roles && array['owner', 'admin', 'issuer']`)
    .execute()
  await tell(ctx, {
    personIds: readers.map(({ person_id }) => person_id),
    kind: 'voice-waiting',
    words: { organization: voice.name },
    path: `/organizations/${voice.slug}/nominations`,
    key: `voice-waiting:${voice.organization_id}:${ctx.now().toISOString().slice(0, 10)}`,
  })
}

/** To whoever proposed: their voice was let through, or set aside with a reason that their page says. */
export async function tellOfReading(ctx: Ctx, { voiceId }: { voiceId: string }): Promise<void> {
  const voice = await ctx.db.selectFrom('nomination_voice').select(['author_id', 'nomination_id', 'state']).where('id', '=', voiceId).executeTakeFirst()
  const dossier = voice && (await findDossier(ctx, voice.nomination_id))
  if (!voice?.author_id || !dossier) return
  await tell(ctx, { personIds: [voice.author_id], kind: `voice-${voice.state}`, words: wordsOf(dossier), path: '/me/nominations', key: `voice-read:${voiceId}` })
}

type Dossier = NonNullable<Awaited<ReturnType<typeof findDossier>>>

const wordsOf = ({ content, organization_name }: Dossier) => ({ badge: (content as AchievementContent).name, organization: organization_name })

const findDossier = (ctx: Ctx, nominationId: string) =>
  ctx.db
    .selectFrom('nomination')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .innerJoin('achievement_version', 'achievement_version.achievement_id', 'nomination.achievement_id')
    .select(['nomination.id', 'person_id', 'response', 'organization.name as organization_name', 'content'])
    .where('nomination.id', '=', nominationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
