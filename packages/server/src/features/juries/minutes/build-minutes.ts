import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { type AchievementContent, inLanguage, levelName } from '#features/achievements/index.ts'
import { ensureIssuer, issuerDid } from '#features/issuers/index.ts'
import { type Known, latestVersion, readPeople, voiceCount } from '#features/nominations/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import type { JuryDecision, RecusalKind } from '../juries.schema.ts'
import { listRecusals } from '../meeting/recusals.ts'
import { readMembers } from '../read/read-table.ts'
import { countVotes } from '../read/what-is-seen.ts'
import type { Jury } from '../take-seat.ts'
import type { Minutes, MinutesDossier, MinutesMember } from './minutes.schema.ts'

type Named = { name: string; about: string }

/** The minutes of a séance as it stands at its end, in the words of the structure. */
export async function buildMinutes(ctx: Ctx, jury: Jury): Promise<Minutes> {
  const members = await readMembers(ctx, jury.id)
  const rows = await readRows(ctx, jury.id)
  const closedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const name = await nameEverybody(ctx, jury.organization_id, [
    closedBy,
    ...members.map(({ person_id }) => person_id),
    ...rows.flatMap(({ person_id, decided_by }) => [person_id, decided_by]),
  ])
  const nameOfMember = new Map(members.map((member) => [member.id, name(member.person_id) ?? { name: member.name, about: member.function }]))
  const { issuerId } = await ensureIssuer(ctx, jury.organization_id)
  return {
    type: 'JuryMinutes',
    id: `${ctx.config.url}/juries/${jury.id}/minutes`,
    issuer: issuerDid(ctx.config, issuerId),
    structure: (await getOrganization(ctx, { id: jury.organization_id })).name,
    title: jury.title,
    place: jury.place,
    startsAt: jury.starts_at.toISOString(),
    openedAt: jury.started_at?.toISOString() ?? null,
    closedAt: ctx.now().toISOString(),
    closedBy: name(closedBy)?.name ?? '',
    quorum: jury.quorum,
    isEmbargoed: jury.is_embargoed,
    members: members.map((member): MinutesMember => {
      const { name, about } = nameOfMember.get(member.id)!
      return { name, function: about, isPresident: member.is_president, isGuest: member.token_hash !== null, isPresent: member.present_at !== null }
    }),
    dossiers: await describeDossiers(ctx, jury.id, rows, { name, nameOfMember }),
  }
}

type Names = { name: (personId: string | null) => Named | undefined; nameOfMember: ReadonlyMap<string, Named> }
type Row = Awaited<ReturnType<typeof readRows>>[number]

async function describeDossiers(ctx: Ctx, juryId: string, rows: readonly Row[], { name, nameOfMember }: Names): Promise<MinutesDossier[]> {
  const recusals = await listRecusals(ctx, juryId)
  const votes = await ctx.db
    .selectFrom('jury_vote')
    .innerJoin('jury_dossier', 'jury_dossier.id', 'dossier_id')
    .select(['dossier_id', 'member_id', 'vote'])
    .where('jury_id', '=', juryId)
    .execute()
  return rows.map((row): MinutesDossier => {
    const recused = recusals.filter(({ dossierId }) => dossierId === row.id)
    const nominee = name(row.person_id) ?? { name: row.nominee_name, about: row.nominee_function }
    const content = row.content as AchievementContent
    return {
      badge: inLanguage(content.name, ctx.locale),
      level: levelName(content, row.level_id, ctx.locale),
      nominee: nominee.name,
      about: nominee.about,
      voiceCount: row.voice_count,
      votes: countVotes(votes.filter((vote) => vote.dossier_id === row.id && !recused.some(({ memberId }) => memberId === vote.member_id))),
      recusals: recused.map(({ memberId, kind, word }) => ({ member: nameOfMember.get(memberId)?.name ?? '', kind: kind as RecusalKind, word })),
      decision: row.decision as JuryDecision | null,
      reason: row.reason,
      decidedBy: name(row.decided_by)?.name ?? null,
      refusal: row.refusal,
    }
  })
}

const readRows = (ctx: Ctx, juryId: string) =>
  ctx.db
    .selectFrom('jury_dossier')
    .innerJoin('nomination', 'nomination.id', 'jury_dossier.nomination_id')
    .innerJoin('achievement_version', (join) => join.on(sql<boolean>`achievement_version.id = ${latestVersion}`))
    .select(['jury_dossier.id', 'person_id', 'nominee_name', 'nominee_function', 'content', 'decision', 'reason', 'jury_dossier.level_id', 'decided_by', 'refusal'])
    .select(voiceCount.as('voice_count'))
    .where('jury_id', '=', juryId)
    .orderBy(sql`searchable(content -> 'name' ->> 'fr')`)
    .orderBy('position')
    .execute()

/** Adults by their full name and function; pupils by their first name and class, whatever their age. */
async function nameEverybody(ctx: Ctx, organizationId: string, personIds: readonly (string | null)[]): Promise<Names['name']> {
  const people = await readPeople(ctx, organizationId, personIds)
  const ids = [...people.keys()]
  const firstNames = new Map(
    ids.length === 0
      ? []
      : (await ctx.db.selectFrom('person').select(['id', 'given_name']).where('id', 'in', ids).execute()).map(({ id, given_name }) => [id, given_name] as const),
  )
  const say = ({ personId, name, title, isPupil, className }: Known): Named => (isPupil ? { name: firstNames.get(personId) ?? '', about: className ?? '' } : { name, about: title })
  return (personId) => {
    const person = people.get(personId ?? '')
    return person && say(person)
  }
}
