import { type Ctx, transaction } from '#ctx'
import type { Direction } from '../ceremony.schema.ts'
import { listPlaces, lockOpenCeremony, lockRecipient, type Placed, savePlaces } from './ceremony-rows.ts'
import { groupByClass } from './order.ts'

/** One place up or down in their class. At the end of it, nothing moves. */
export async function moveRecipient(ctx: Ctx, { recipientId, direction }: { recipientId: string; direction: Direction }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { ceremony, recipient } = await lockRecipient(ctx, recipientId)
    const groups = groupByClass(await listPlaces(ctx, ceremony.id)).map(([className, people]) =>
      className === recipient.class_name ? swap(people, ({ id }) => id === recipientId, direction) : people,
    )
    await savePlaces(ctx, groups.flat())
  })
}

export async function moveClass(ctx: Ctx, { ceremonyId, className, direction }: { ceremonyId: string; className: string; direction: Direction }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await lockOpenCeremony(ctx, ceremonyId)
    const groups = swap(groupByClass<Placed>(await listPlaces(ctx, ceremonyId)), ([name]) => name === className, direction)
    await savePlaces(
      ctx,
      groups.flatMap(([, people]) => people),
    )
  })
}

function swap<Item>(items: readonly Item[], isMoved: (item: Item) => boolean, direction: Direction): Item[] {
  const from = items.findIndex(isMoved)
  const to = from + (direction === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= items.length) return [...items]
  return items.with(from, items[to]!).with(to, items[from]!)
}
