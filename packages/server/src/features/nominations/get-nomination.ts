import type { Ctx } from '#ctx'
import { type AchievementContent, findGivenVersion, getVersion } from '#features/achievements/index.ts'
import { demand } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { type Attachment, listAttachments } from './attachments/list-attachments.ts'
import type { DecisionKind, NominationResponse, NominationState, VoiceState } from './nominations.schema.ts'
import { type Known, readPeople, type Seen, toOthers, toStaff } from './read-people.ts'

/** Whether somebody who may be below 15 is named to the nominee and the jury; for those who may lift it. */
export type Naming = { isNamed: boolean; reason: string; isWished: boolean }
export type Voice = {
  voiceId: string
  author: Seen | undefined
  isMine: boolean
  isOfNominee: boolean
  /** The level that the author had in mind. */
  levelId: string | null
  deed: string
  occasion: string
  attachments: Attachment[]
  naming: Naming | undefined
  state: VoiceState
  createdAt: Date
}
export type Fact = { factId: string; text: string; url: string | null; attachments: Attachment[]; createdAt: Date }
export type Decision = { decisionId: string; voiceId: string | null; decision: DecisionKind; reason: string; by: Seen | undefined; decidedAt: Date }
export type NominationDetails = {
  nominationId: string
  organizationId: string
  view: 'staff' | 'nominee'
  nominee: Seen
  isWithoutAccount: boolean
  isPupil: boolean
  isMe: boolean
  naming: Naming | undefined
  version: { achievementId: string; content: AchievementContent; imageId: string }
  /** The level that was decided; a secret as long as the decision is. */
  levelId: string | null
  state: NominationState
  response: NominationResponse
  isClosed: boolean
  mergedInto: string | null
  credentialId: string | null
  voices: Voice[]
  facts: Fact[]
  decisions: Decision[]
  createdAt: Date
}

/** What the nominee reads of what was decided: not who sorted the voices. */
const TOLD_TO_NOMINEE: readonly DecisionKind[] = ['granted', 'to-complete', 'not-retained', 'accepted', 'declined', 'completed']

/** A dossier, for those who decide, or for the one it is about once a voice was let through. For anybody else there is none. */
export async function getNomination(ctx: Ctx, by: { nominationId: string; organizationId?: string }): Promise<NominationDetails> {
  const row = isUuid(by.nominationId) ? await ctx.db.selectFrom('nomination').selectAll().where('id', '=', by.nominationId).executeTakeFirst() : undefined
  if (!row) throw refuse('not_found')
  if (by.organizationId !== undefined) {
    await demand(ctx, 'issue', by.organizationId)
    if (row.organization_id !== by.organizationId) throw refuse('not_found')
  }
  const me = ctx.actor.kind === 'person' ? ctx.actor.personId : undefined
  const view = by.organizationId === undefined ? 'nominee' : 'staff'
  // Whoever decides and is proposed themselves reads no more of it than anybody else would.
  const voices = await readVoices(ctx, row.id, row.person_id === me ? 'nominee' : view)
  if (view === 'nominee' && (me === undefined || row.person_id !== me || voices.length === 0)) throw refuse('not_found')
  const decisions = await readDecisions(ctx, row.id, row.person_id === me ? 'nominee' : view)
  const people = await readPeople(ctx, row.organization_id, [row.person_id, ...voices.map(({ author_id }) => author_id), ...decisions.map(({ decided_by }) => decided_by)])
  const decides = view === 'staff' && row.person_id !== me
  const show = (person: Known | undefined, isNamed?: boolean): Seen | undefined => person && (decides ? toStaff(person) : toOthers(person, isNamed))
  const namingOf = (person: Known | undefined, at: { is_named: boolean; naming_reason: string }, isWished: boolean): Naming | undefined =>
    decides && person?.isProtected ? { isNamed: at.is_named, reason: at.naming_reason, isWished } : undefined
  const attachments = await listAttachments(ctx, { voiceIds: voices.map(({ id }) => id) })
  const nominee = people.get(row.person_id ?? '')
  return {
    nominationId: row.id,
    organizationId: row.organization_id,
    view,
    nominee: nominee ? toStaff(nominee) : { name: row.nominee_name, title: row.nominee_function, className: null },
    isWithoutAccount: nominee === undefined,
    isPupil: nominee?.isPupil ?? false,
    isMe: row.person_id === me,
    naming: namingOf(nominee, row, false),
    version:
      (await findGivenVersion(ctx, { organizationId: row.organization_id, achievementId: row.achievement_id })) ?? (await getVersion(ctx, { achievementId: row.achievement_id })),
    levelId: stateFor(view, row.state, row.person_id === me) === row.state ? row.level_id : null,
    state: stateFor(view, row.state, row.person_id === me),
    response: row.response as NominationResponse,
    isClosed: row.closed_at !== null,
    mergedInto: row.merged_into,
    credentialId: row.credential_id,
    voices: voices.map((voice) => ({
      voiceId: voice.id,
      author: show(people.get(voice.author_id ?? ''), voice.is_named),
      isMine: voice.author_id === me,
      isOfNominee: voice.author_id !== null && voice.author_id === row.person_id,
      levelId: voice.level_id,
      deed: voice.deed,
      occasion: voice.occasion,
      attachments: attachments.get(voice.id) ?? [],
      naming: voice.author_id === row.person_id ? undefined : namingOf(people.get(voice.author_id ?? ''), voice, voice.wishes_name),
      state: voice.state as VoiceState,
      createdAt: voice.created_at,
    })),
    facts: await readFacts(ctx, row.id),
    decisions: decisions.map(({ id, voice_id, decision, reason, decided_by, decided_at }) => ({
      decisionId: id,
      voiceId: voice_id,
      decision: decision as DecisionKind,
      reason,
      by: show(people.get(decided_by ?? '')),
      decidedAt: decided_at,
    })),
    createdAt: row.created_at,
  }
}

/** Under embargo only those who decide know; to the nominee the dossier is still open. */
const stateFor = (view: 'staff' | 'nominee', state: string, isMe: boolean): NominationState =>
  state === 'agreed' && (view === 'nominee' || isMe) ? 'open' : (state as NominationState)

const readVoices = (ctx: Ctx, nominationId: string, view: 'staff' | 'nominee') =>
  ctx.db
    .selectFrom('nomination_voice')
    .selectAll()
    .where('nomination_id', '=', nominationId)
    .where('state', 'in', view === 'staff' ? ['admitted', 'waiting', 'set-aside'] : ['admitted'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const readDecisions = (ctx: Ctx, nominationId: string, view: 'staff' | 'nominee') =>
  ctx.db
    .selectFrom('nomination_decision')
    .selectAll()
    .where('nomination_id', '=', nominationId)
    .$if(view === 'nominee', (query) => query.where('decision', 'in', [...TOLD_TO_NOMINEE]))
    .orderBy('decided_at')
    .orderBy('number')
    .execute()

async function readFacts(ctx: Ctx, nominationId: string): Promise<Fact[]> {
  const rows = await ctx.db.selectFrom('nomination_fact').selectAll().where('nomination_id', '=', nominationId).orderBy('created_at').orderBy('id').execute()
  const attachments = await listAttachments(ctx, { factIds: rows.map(({ id }) => id) })
  return rows.map(({ id, text, url, created_at }) => ({ factId: id, text, url, attachments: attachments.get(id) ?? [], createdAt: created_at }))
}
