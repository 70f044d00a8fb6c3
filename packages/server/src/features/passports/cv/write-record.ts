import { type AssociationInput, buildClrCredential, type JsonObject, signCredential } from '@boat/openbadges'
import { sql } from 'kysely'
import { type Ctx, requirePerson } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { getCredential } from '#features/credentials/index.ts'
import { getPersonalSigner } from '#features/issuers/index.ts'
import { translate } from '#web/translations.ts'
import { type CollectedBadge, listCollection } from '../collection/list-collection.ts'
import { readDocument } from '../imports/read-imports.ts'
import { findSteps } from '../steps.ts'
import { refuse } from './cv.errors.ts'

/** Why a badge cannot be inside: it is of an older standard, signed in a form that has no place there, or does not hold today. */
export type LeftOut = { badgeId: string; name: string; reason: 'version' | 'jwt' | 'state' }

/** What a record of all badges would hold, and what it could not. */
export async function planRecord(ctx: Ctx): Promise<{ inside: CollectedBadge[]; leftOut: LeftOut[] }> {
  const { personId } = requirePerson(ctx)
  const badges = (await listCollection(ctx, personId)).filter(({ response }) => response === 'accepted')
  const proved = new Set(await listProved(ctx, personId))
  const reasonOf = ({ badgeId, state, imported }: CollectedBadge): LeftOut['reason'] | undefined => {
    if (imported && !imported.version.startsWith('3')) return 'version'
    if (imported && !proved.has(badgeId)) return 'jwt'
    return state === 'valid' ? undefined : 'state'
  }
  const leftOut = badges.flatMap((badge) => {
    const reason = reasonOf(badge)
    return reason ? [{ badgeId: badge.badgeId, name: badge.name, reason }] : []
  })
  return { inside: badges.filter((badge) => !reasonOf(badge)), leftOut }
}

/** Imported badges whose proof is in their document: others are signed around it. */
async function listProved(ctx: Ctx, personId: string): Promise<string[]> {
  const rows = await ctx.db.selectFrom('imported_badge').select('id').where('person_id', '=', personId).where(sql<boolean>`document ? 'proof'`).execute()
  return rows.map(({ id }) => id)
}

/**
 * All that somebody received, in one record that they sign themselves: every badge inside is as its own issuer signed it, and verifies by itself.
 * Their name stands on it only if they say so.
 *
 * @see https://www.imsglobal.org/spec/clr/v2p0/
 */
export async function writeRecord(ctx: Ctx, { withName }: { withName: boolean }): Promise<JsonObject> {
  const { personId } = requirePerson(ctx)
  const { inside } = await planRecord(ctx)
  if (inside.length === 0) throw refuse('record_empty')
  const person = await getPerson(ctx, personId)
  const name = withName ? `${person.givenName} ${person.familyName}`.trim() : undefined
  const documents = new Map<string, JsonObject>()
  for (const { badgeId, imported } of inside)
    documents.set(badgeId, imported ? (await readDocument(ctx, badgeId)).document : (JSON.parse((await getCredential(ctx, badgeId)).document!) as JsonObject))
  const { did, signer } = await getPersonalSigner(ctx, { personId })
  const record = buildClrCredential({
    id: `urn:uuid:${ctx.newId()}`,
    name: translate(ctx.locale)('cv:record.name'),
    issuer: { id: did, ...(name && { name }) },
    recipient: { id: did, ...(name && { name }) },
    credentials: [...documents.values()],
    associations: associate(inside, documents),
    validFrom: ctx.now(),
  })
  return signCredential(record, { signer, created: ctx.now() }) as Promise<JsonObject>
}

/** The steps of a badge that grows: each comes before the next one that was reached. */
function associate(inside: readonly CollectedBadge[], documents: ReadonlyMap<string, JsonObject>): AssociationInput[] {
  const held = inside.flatMap((badge) => badge.held ?? [])
  const idOf = (credentialId: string) => String(documents.get(credentialId)?.id)
  return [...new Set(held.map(({ achievementId }) => achievementId))].flatMap((achievementId) => {
    const reached = (findSteps(held, achievementId)?.steps ?? []).map(({ received }) => received).filter((received) => received.length > 0)
    return reached
      .slice(1)
      .flatMap((higher, index) =>
        reached[index]!.flatMap((lower) =>
          higher.map(({ credentialId }) => ({ associationType: 'precedes' as const, sourceId: idOf(lower.credentialId), targetId: idOf(credentialId) })),
        ),
      )
  })
}
