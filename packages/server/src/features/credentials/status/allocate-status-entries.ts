import { randomInt } from 'node:crypto'
import { allocateIndex, createStatusList, setStatus } from '@boat/openbadges'
import { sql } from 'kysely'
import type { Ctx } from '#ctx'

export type AllocatedEntry = { listId: string; index: number }

/**
 * Takes free entries at random: a sequence would tell who received when. A list is left when it is half full, so that
 * a free entry is always found at once. The lists stay locked until the transaction ends.
 */
export async function allocateStatusEntries(ctx: Ctx, issuerId: string, count: number): Promise<AllocatedEntry[]> {
  const entries: AllocatedEntry[] = []
  while (entries.length < count) {
    const list = (await findOpenList(ctx, issuerId)) ?? (await createList(ctx, issuerId))
    const taken = { length: list.length, bits: new Uint8Array(list.allocated) }
    const free = Math.floor(list.length / 2) - list.allocated_count
    const share = Math.min(count - entries.length, free)
    for (let left = share; left > 0; left--) {
      const index = allocateIndex(taken, randomInt)
      setStatus(taken, index, true)
      entries.push({ listId: list.id, index })
    }
    await ctx.db
      .updateTable('status_list')
      .set({ allocated: Buffer.from(taken.bits), allocated_count: list.allocated_count + share })
      .where('id', '=', list.id)
      .execute()
  }
  return entries
}

const COLUMNS = ['id', 'length', 'allocated', 'allocated_count'] as const

const findOpenList = (ctx: Ctx, issuerId: string) =>
  ctx.db
    .selectFrom('status_list')
    .select(COLUMNS)
    .where('issuer_id', '=', issuerId)
    .where('purpose', '=', 'revocation')
    .where(sql<boolean>`allocated_count < length / 2`)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

function createList(ctx: Ctx, issuerId: string) {
  const { length, bits: zeros } = createStatusList()
  const bits = Buffer.from(zeros)
  return ctx.db
    .insertInto('status_list')
    .values({ id: ctx.newId(), issuer_id: issuerId, purpose: 'revocation', length, bits, allocated: bits, updated_at: ctx.now() })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}
