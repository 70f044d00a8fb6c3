import { sql } from 'kysely'
import { type Ctx, requirePerson, transaction } from '#ctx'
import { translate } from '#web/translations.ts'
import { listCollection } from '../collection/list-collection.ts'
import { type Block, MAX_FOLIOS, type Start } from './folio.schema.ts'
import { refuse } from './folios.errors.ts'
import { isShown } from './is-shown.ts'

/** How many of their newest badges a page starts with: enough to see what it will look like. */
const FIRST_BADGES = 3

/** A new page, with headings and words that whisper what could stand there: it is easier to change something than to begin with nothing. */
export async function createFolio(ctx: Ctx, start: Start): Promise<{ folioId: string }> {
  const { personId } = requirePerson(ctx)
  const title = translate(ctx.locale)(`folios:starts.${start}.title`)
  const blocks = start === 'blank' ? [] : await blocksOf(ctx, personId, start)
  return insertFolio(ctx, { title, introduction: '', blocks })
}

/** In one transaction, so that forty at once are not forty-one. */
export async function insertFolio(ctx: Ctx, content: { title: string; introduction: string; blocks: Block[] }): Promise<{ folioId: string }> {
  const { personId } = requirePerson(ctx)
  return transaction(ctx, async (ctx) => {
    await lockFolios(ctx, personId)
    const { count } = await ctx.db.selectFrom('folio').select(sql<number>`count(*)::int`.as('count')).where('person_id', '=', personId).executeTakeFirstOrThrow()
    if (count >= MAX_FOLIOS) throw refuse('too_many_folios', { max: MAX_FOLIOS })
    const folioId = ctx.newId()
    const now = ctx.now()
    await ctx.db
      .insertInto('folio')
      .values({ id: folioId, person_id: personId, ...content, blocks: JSON.stringify(content.blocks), created_at: now, changed_at: now })
      .execute()
    return { folioId }
  })
}

export const lockFolios = (ctx: Ctx, personId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`folios:${personId}`}, 0))`.execute(ctx.db)

async function blocksOf(ctx: Ctx, personId: string, start: Exclude<Start, 'blank'>): Promise<Block[]> {
  const say = translate(ctx.locale)
  const newest = (await listCollection(ctx, personId)).filter((badge) => isShown(badge) && badge.state === 'valid').slice(0, FIRST_BADGES)
  const heading = (key: string): Block => ({ kind: 'heading', id: ctx.newId(), text: say(`folios:starts.${start}.${key}`) })
  const text = (hint: NonNullable<Extract<Block, { kind: 'text' }>['hint']>): Block => ({ kind: 'text', id: ctx.newId(), markdown: '', hint })
  const badges = (layout: 'gallery' | 'list'): Block => ({ kind: 'badges', id: ctx.newId(), badgeIds: newest.map(({ badgeId }) => badgeId), layout, withSentences: true })
  return start === 'internship'
    ? [heading('looking_for'), text('looking_for'), heading('able_to'), text('able_to'), badges('list'), heading('made'), text('made'), heading('reach_me'), text('reach_me')]
    : [heading('committed'), text('committed'), badges('gallery'), heading('moment'), text('moment'), heading('learnt'), text('learnt')]
}
