import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { type Dossier, type Known, latestVersion, type Reader, readDossiers, readPeople, type Seen, toOthers, toStaff } from '#features/nominations/index.ts'
import type { JuryDecision, JuryState, RecusalKind, Vote } from '../juries.schema.ts'
import { listRecusals } from '../meeting/recusals.ts'
import type { Seat } from '../take-seat.ts'
import { returnedFrom } from './list-proposable.ts'
import { type Counts, countVotes, whatIsSeen } from './what-is-seen.ts'

export type TableMember = { memberId: string; who: Seen; isGuest: boolean; isPresident: boolean; isPresent: boolean; isMe: boolean }
export type GivenVote = { memberId: string; by: Seen; vote: Vote; comment: string }
export type TableDossier = Omit<Dossier, 'personId'> & {
  dossierId: string
  returnedFrom: Date | null
  /** My own place in it. */
  myVote: { vote: Vote; comment: string } | undefined
  myRecusal: { kind: RecusalKind; word: string } | undefined
  recusals: { memberId: string; kind: RecusalKind; word: string }[]
  /** How many may vote, and who has: never what, before it is time. */
  voterCount: number
  votedBy: string[]
  counts: Counts | undefined
  votes: GivenVote[] | undefined
  decision: { decision: JuryDecision; reason: string; levelId: string | null } | undefined
  revision: number
}
export type Table = {
  jury: { juryId: string; organizationId: string; title: string; startsAt: Date; place: string; quorum: number; isEmbargoed: boolean; state: JuryState }
  me: { memberId: string | undefined; isPresident: boolean; isPupil: boolean; mayPrepare: boolean; mayRun: boolean; isPresent: boolean }
  members: TableMember[]
  dossiers: TableDossier[]
}

/**
 * A séance as somebody at the table may see it. Names of pupils who may be below 15 are for those who prepare alone, and never on a
 * screen that the whole room looks at.
 */
export async function readTable(ctx: Ctx, seat: Seat, { isScreen = false } = {}): Promise<Table> {
  const { jury } = seat
  const [members, rows, votes, recusals] = await Promise.all([readMembers(ctx, jury.id), readRows(ctx, jury.id), readVotes(ctx, jury.id), listRecusals(ctx, jury.id)])
  const reader = readerOf(seat, { isScreen, hasGuests: members.some(({ token_hash }) => token_hash !== null) })
  const show = reader === 'staff' ? toStaff : (person: Known) => toOthers(person)
  const dossiers = await readDossiers(ctx, {
    organizationId: jury.organization_id,
    nominationIds: rows.map(({ nomination_id }) => nomination_id),
    reader,
    withAttachments: !isScreen && !seat.isGuest && !seat.isPupil,
  })
  const people = await readPeople(
    ctx,
    jury.organization_id,
    members.map(({ person_id }) => person_id),
  )
  const see = (member: (typeof members)[number] | undefined): Seen => nameMember(member, people, show)
  const byId = new Map(members.map((member) => [member.id, member]))
  const present = new Set(members.filter(({ present_at }) => present_at).map(({ id }) => id))
  return {
    jury: {
      juryId: jury.id,
      organizationId: jury.organization_id,
      title: jury.title,
      startsAt: jury.starts_at,
      place: jury.place,
      quorum: jury.quorum,
      isEmbargoed: jury.is_embargoed,
      state: jury.state as JuryState,
    },
    me: {
      memberId: seat.memberId,
      isPresident: seat.isPresident,
      isPupil: seat.isPupil,
      mayPrepare: seat.mayPrepare,
      mayRun: seat.mayPrepare || seat.isPresident,
      isPresent: present.has(seat.memberId ?? ''),
    },
    members: members.map((member) => ({
      memberId: member.id,
      who: see(member),
      isGuest: member.token_hash !== null,
      isPresident: member.is_president,
      isPresent: member.present_at !== null,
      isMe: member.id === seat.memberId,
    })),
    dossiers: rows.flatMap((row): TableDossier[] => {
      const found = dossiers.get(row.nomination_id)
      if (!found) return []
      const { personId, ...dossier } = found
      const recused = recusals.filter(({ dossierId }) => dossierId === row.id)
      const counted = votes.filter((vote) => vote.dossier_id === row.id && !recused.some(({ memberId }) => memberId === vote.member_id))
      const voters = members.filter(({ id }) => !recused.some(({ memberId }) => memberId === id)).map(({ id }) => id)
      const mine = counted.find(({ member_id }) => member_id === seat.memberId)
      const isNominee = personId !== null && personId === seat.personId
      const seen = whatIsSeen({
        isScreen,
        isNominee,
        isMember: seat.memberId !== undefined,
        isRecused: recused.some(({ memberId }) => memberId === seat.memberId),
        hasVoted: mine !== undefined,
        isDecided: row.decision !== null,
        isRevealed: row.revealed_at !== null,
        haveAllVoted: haveAllVoted(
          voters.filter((id) => present.has(id)),
          counted,
        ),
      })
      return [
        {
          ...dossier,
          dossierId: row.id,
          returnedFrom: row.returned_from,
          myVote: mine && { vote: mine.vote as Vote, comment: mine.comment },
          myRecusal: recused.find(({ memberId }) => memberId === seat.memberId),
          recusals: recused.map(({ memberId, kind, word }) => ({ memberId, kind, word })),
          voterCount: voters.length,
          votedBy: counted.map(({ member_id }) => member_id),
          counts: seen.counts ? countVotes(counted) : undefined,
          votes: seen.votes ? counted.map(({ member_id, vote, comment }) => ({ memberId: member_id, by: see(byId.get(member_id)), vote: vote as Vote, comment })) : undefined,
          decision: row.decision && seen.decision ? { decision: row.decision as JuryDecision, reason: row.reason, levelId: row.level_id } : undefined,
          revision: row.revision,
        },
      ]
    }),
  }
}

/** A screen is read by everybody in the room. */
function readerOf(seat: Seat, { isScreen, hasGuests }: { isScreen: boolean; hasGuests: boolean }): Reader {
  if (seat.isGuest || (isScreen && hasGuests)) return 'outside'
  return seat.mayPrepare && !isScreen ? 'staff' : 'jury'
}

const haveAllVoted = (voters: readonly string[], votes: readonly { member_id: string }[]) =>
  voters.length > 0 && voters.every((id) => votes.some(({ member_id }) => member_id === id))

type MemberRow = Awaited<ReturnType<typeof readMembers>>[number]

export function nameMember(member: MemberRow | undefined, people: ReadonlyMap<string, Known>, show: (person: Known) => Seen): Seen {
  const person = people.get(member?.person_id ?? '')
  return person ? show(person) : { name: member?.name ?? '', title: member?.function ?? '', className: null }
}

export const readMembers = (ctx: Ctx, juryId: string) =>
  ctx.db
    .selectFrom('jury_member')
    .select(['id', 'person_id', 'name', 'function', 'address', 'token_hash', 'token_sealed', 'is_president', 'present_at'])
    .where('jury_id', '=', juryId)
    .orderBy('is_president', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const readRows = (ctx: Ctx, juryId: string) =>
  ctx.db
    .selectFrom('jury_dossier')
    .innerJoin('nomination', 'nomination.id', 'jury_dossier.nomination_id')
    .innerJoin('achievement_version', (join) => join.on(sql<boolean>`achievement_version.id = ${latestVersion}`))
    .select(['jury_dossier.id', 'nomination_id', 'revealed_at', 'decision', 'reason', 'jury_dossier.level_id', 'revision'])
    .select(returnedFrom.as('returned_from'))
    .where('jury_id', '=', juryId)
    .orderBy(sql`searchable(content -> 'name' ->> 'fr')`)
    .orderBy('position')
    .execute()

const readVotes = (ctx: Ctx, juryId: string) =>
  ctx.db
    .selectFrom('jury_vote')
    .innerJoin('jury_dossier', 'jury_dossier.id', 'dossier_id')
    .select(['dossier_id', 'member_id', 'vote', 'comment'])
    .where('jury_id', '=', juryId)
    .orderBy('voted_at')
    .orderBy('member_id')
    .execute()
