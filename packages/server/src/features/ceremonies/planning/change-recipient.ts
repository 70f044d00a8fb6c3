import type { z } from 'zod'
import { type Ctx, transaction } from '#ctx'
import { recordAct } from '#features/organizations/index.ts'
import { refuse } from '../ceremonies.errors.ts'
import { HandedByInput, RecipientInput } from '../ceremony.schema.ts'
import { listPlaces, lockCeremony, lockOpenCeremony, lockRecipient, savePlaces } from './ceremony-rows.ts'
import { groupByClass, LAST } from './order.ts'

/** The sentence, who hands over, how the name is said, what may be shown. */
export async function changeRecipient(ctx: Ctx, input: z.input<typeof RecipientInput>): Promise<void> {
  const { recipientId, citation, handedBy, pronunciation, className, display, photo } = RecipientInput.parse(input)
  await transaction(ctx, async (ctx) => {
    const { ceremony, recipient } = await lockRecipient(ctx, recipientId)
    const isMoved = className !== recipient.class_name
    await ctx.db
      .updateTable('ceremony_recipient')
      .set({ citation, handed_by: handedBy, pronunciation, class_name: className, display, photo, ...(isMoved && { position: LAST }) })
      .where('id', '=', recipientId)
      .execute()
    if (isMoved)
      await savePlaces(
        ctx,
        groupByClass(await listPlaces(ctx, ceremony.id)).flatMap(([, people]) => people),
      )
  })
}

/** One person for a whole class: its main teacher, say. */
export async function setHandedBy(ctx: Ctx, input: z.input<typeof HandedByInput>): Promise<void> {
  const { ceremonyId, className, handedBy } = HandedByInput.parse(input)
  await transaction(ctx, async (ctx) => {
    await lockOpenCeremony(ctx, ceremonyId)
    await ctx.db.updateTable('ceremony_recipient').set({ handed_by: handedBy }).where('ceremony_id', '=', ceremonyId).where('class_name', '=', className).execute()
  })
}

/** Out of the ceremony. A dossier stays agreed, for another one; of a published one, only what was not issued can go. */
export async function removeRecipient(ctx: Ctx, { recipientId, reason = '' }: { recipientId: string; reason?: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { ceremony, recipient } = await lockRecipient(ctx, recipientId, lockCeremony)
    if (ceremony.confirmed_at && recipient.outcome !== 'failed') throw refuse('ceremony_published')
    await ctx.db.deleteFrom('ceremony_recipient').where('id', '=', recipientId).execute()
    await recordAct(ctx, {
      organizationId: ceremony.organization_id,
      act: 'ceremony.recipient-removed',
      subject: { ceremonyId: ceremony.id, recipientId, achievementId: recipient.achievement_id, ...(recipient.person_id && { personId: recipient.person_id }) },
      reason,
    })
  })
}
