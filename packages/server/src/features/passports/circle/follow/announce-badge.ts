import { type Ctx, requirePerson, transaction } from '#ctx'
import { listHeld, lockSharing, readSharing } from '#features/credentials/index.ts'
import { refuse as refuseKit } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { refuse } from '../../passports.errors.ts'

/** Tells of a badge to those who follow whoever gave it. It must be open to all: closing it takes the news back too, and opening it again does not bring it again. */
export async function announceBadge(ctx: Ctx, { credentialId, isAnnounced }: { credentialId: string; isAnnounced: boolean }): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (!isUuid(credentialId)) throw refuseKit('not_found')
  await transaction(ctx, async (ctx) => {
    await lockSharing(ctx, personId)
    const [held] = await listHeld(ctx, personId, { credentialIds: [credentialId] })
    if (!held) throw refuseKit('not_found')
    if (!isAnnounced) return void (await ctx.db.deleteFrom('badge_announced').where('credential_id', '=', credentialId).execute())
    if ((await readSharing(ctx, personId)).isProtected) throw refuse('circle_from_fifteen')
    if (!held.isShared || held.response !== 'accepted' || held.state !== 'valid') throw refuse('announce_needs_sharing')
    const values = { credential_id: credentialId, person_id: personId, announced_at: ctx.now() }
    // Said a second time it is no news; said again after the badge was closed, it is.
    await ctx.db
      .insertInto('badge_announced')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .column('credential_id')
          .doUpdateSet({ person_id: personId, announced_at: values.announced_at })
          .where((eb) =>
            eb.or([
              eb('badge_announced.person_id', '<>', personId),
              eb('badge_announced.announced_at', '<', eb.selectFrom('credential').select('shared_at').where('credential.id', '=', credentialId)),
            ]),
          ),
      )
      .execute()
  })
}

/** Whether those who follow are told of it now. */
export async function isAnnounced(ctx: Ctx, credentialId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('badge_announced')
    .innerJoin('credential', 'credential.id', 'credential_id')
    .select('credential_id')
    .where('credential_id', '=', credentialId)
    .whereRef('badge_announced.person_id', '=', 'credential.person_id')
    .whereRef('announced_at', '>=', 'shared_at')
    .executeTakeFirst()
  return row !== undefined
}
