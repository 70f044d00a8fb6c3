import type { Ctx } from '#ctx'
import { may } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'

export type AttachmentFile = { fileName: string; mediaType: string; bytes: Buffer }

/**
 * The bytes, for who may read the voice or the fact it lies beside: its author, those who decide, the grown-ups of its jury,
 * and the nominee once an adult let it through. To anybody else there is none.
 */
export async function readAttachment(ctx: Ctx, { attachmentId, isThumbnail }: { attachmentId: string; isThumbnail: boolean }): Promise<AttachmentFile> {
  if (ctx.actor.kind !== 'person' || !isUuid(attachmentId)) throw refuse('not_found')
  const row = await find(ctx, attachmentId)
  if (!row || !(await mayRead(ctx, row, ctx.actor.personId))) throw refuse('not_found')
  const { bytes } = await ctx.db
    .selectFrom('attachment')
    .select((select) => (isThumbnail ? select.fn.coalesce('thumbnail', 'bytes').as('bytes') : select.ref('bytes').as('bytes')))
    .where('id', '=', attachmentId)
    .executeTakeFirstOrThrow()
  return { fileName: row.file_name, mediaType: row.media_type, bytes }
}

const find = (ctx: Ctx, attachmentId: string) =>
  ctx.db
    .selectFrom('attachment')
    .leftJoin('nomination_voice', 'nomination_voice.id', 'voice_id')
    .leftJoin('nomination_fact', 'nomination_fact.id', 'fact_id')
    .leftJoin('nomination', (join) => join.on((on) => on('nomination.id', '=', on.fn.coalesce('nomination_voice.nomination_id', 'nomination_fact.nomination_id'))))
    .select(['file_name', 'media_type', 'uploaded_by', 'fact_id', 'nomination_voice.state as voice_state', 'organization_id', 'person_id', 'nomination.id as nomination_id'])
    .where('attachment.id', '=', attachmentId)
    .executeTakeFirst()

type Row = NonNullable<Awaited<ReturnType<typeof find>>>

async function mayRead(ctx: Ctx, row: Row, personId: string): Promise<boolean> {
  if (row.uploaded_by === personId) return true
  if (row.organization_id === null) return false
  // Whoever decides and is proposed themselves reads no more of it than anybody else would.
  if (row.person_id === personId) return row.fact_id !== null || row.voice_state === 'admitted'
  if (await may(ctx, 'issue', row.organization_id)) return true
  return (row.fact_id !== null || row.voice_state === 'admitted') && sitsInItsJury(ctx, row, personId)
}

async function sitsInItsJury(ctx: Ctx, { nomination_id, organization_id }: Row, personId: string): Promise<boolean> {
  const seat = await ctx.db
    .selectFrom('jury_member')
    .innerJoin('jury', 'jury.id', 'jury_member.jury_id')
    .innerJoin('jury_dossier', 'jury_dossier.jury_id', 'jury.id')
    .innerJoin('membership', (join) => join.onRef('membership.person_id', '=', 'jury_member.person_id').onRef('membership.organization_id', '=', 'jury.organization_id'))
    .select('jury_member.id')
    .where('jury_member.person_id', '=', personId)
    .where('jury.organization_id', '=', organization_id)
    .where('nomination_id', '=', nomination_id)
    .where('jury.state', 'in', ['voting', 'in-session'])
    .where('is_pupil', '=', false)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return seat !== undefined
}
