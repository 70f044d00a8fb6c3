import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { asSystem, type Ctx, transaction } from '#ctx'
import { type AchievementVersion, buildObAchievement, getVersion, isGivenBy } from '#features/achievements/index.ts'
import { buildIssuerProfile, ensureIssuer, getSigner } from '#features/issuers/index.ts'
import { demand } from '#features/organizations/index.ts'
import type { Draft } from './build-credential.ts'
import { refuse } from './credentials.errors.ts'
import { credentialIssued } from './credentials.facts.ts'
import { IssueInput } from './credentials.schema.ts'
import { findHeld } from './find-held.ts'
import { findLevelProblem } from './find-level-problem.ts'
import { type Identified, identifyRecipients } from './identify-recipients.ts'
import { keepSigned } from './keep-signed.ts'
import { signAwards } from './sign-awards.ts'
import { allocateStatusEntries } from './status/allocate-status-entries.ts'

export type IssuedCredential = { credentialId: string; isNew: boolean }
type Recipient = Identified<z.output<typeof IssueInput>['recipients'][number]>
type Plan = Omit<Draft, 'entry' | 'recipient'> & { recipient: Recipient; idempotencyKey: string }

/**
 * One transaction: allowed? → who holds it already → status entries → build, sign → insert → announce.
 * Answers in the order of the recipients; who holds the badge already, at the same level, gets the same one back.
 */
export async function issueCredentials(ctx: Ctx, input: z.input<typeof IssueInput>): Promise<IssuedCredential[]> {
  const { versionId, recipients, batchId, ...by } = IssueInput.parse(input)
  return transaction(ctx, async (ctx) => {
    const version = await getVersion(ctx, { versionId })
    const organizationId = by.organizationId ?? version.organizationId
    await demand(ctx, 'issue', organizationId)
    await demandGiven(ctx, version, organizationId)
    const wrong = recipients.map(({ levelId }) => findLevelProblem(version.content, levelId)).find((code) => code !== undefined)
    if (wrong) throw refuse(wrong)
    if (recipients.some(({ validUntil }) => validUntil && validUntil <= ctx.now())) throw refuse('valid_until_past')
    const { issuerId } = await ensureIssuer(asSystem(ctx), organizationId)
    await lockIssuing(ctx, issuerId)
    const { results, plans } = await planAwards(ctx, { versionId, organizationId }, await identifyRecipients(ctx, organizationId, recipients))
    if (plans.length === 0) return results

    const entries = await allocateStatusEntries(ctx, issuerId, plans.length)
    const profile = await buildIssuerProfile(asSystem(ctx), issuerId)
    const { signer, signingKeyId } = await getSigner(asSystem(ctx), issuerId)
    const creator = organizationId === version.organizationId ? profile : await buildAuthorProfile(ctx, version)
    const award = { profile, signer, version, achievement: buildObAchievement(ctx, version, creator) }
    const drafts = plans.map((plan, i) => ({ ...plan, entry: entries[i]! }))
    const kept = await keepSigned(ctx, await signAwards(ctx, award, drafts))
    const rows = drafts.map((draft, i) => ({ ...toRow(draft), ...kept[i], status_list_id: draft.entry.listId, status_index: draft.entry.index }))
    const shared = {
      organization_id: organizationId,
      achievement_id: version.achievementId,
      achievement_version_id: version.versionId,
      issuer_id: issuerId,
      signing_key_id: signingKeyId,
      batch_id: batchId ?? null,
      issued_by: ctx.actor.kind === 'person' ? ctx.actor.personId : await findConfirmer(ctx, batchId),
      issued_at: ctx.now(),
    }
    for (let start = 0; start < rows.length; start += 500)
      await ctx.db
        .insertInto('credential')
        .values(rows.slice(start, start + 500).map((row) => ({ ...row, ...shared })))
        .execute()
    await ctx.jobs.announceAll(
      credentialIssued,
      plans.map(({ credentialId }) => ({ credentialId })),
    )
    return results
  })
}

async function demandGiven(ctx: Ctx, version: AchievementVersion, organizationId: string): Promise<void> {
  if (version.isArchived) throw refuse('achievement_archived')
  const { organizationId: authorId, achievementId } = version
  if (!(await isGivenBy(ctx, { organizationId, authorId, achievementId }))) throw refuse('badge_not_given')
}

/** The badge of another structure names it as its creator, in whoever's name it is given. */
async function buildAuthorProfile(ctx: Ctx, { organizationId }: AchievementVersion) {
  const { issuerId } = await ensureIssuer(asSystem(ctx), organizationId)
  return buildIssuerProfile(asSystem(ctx), issuerId)
}

/** A structure issues one transaction at a time: nobody receives twice from two people who click together. */
const lockIssuing = (ctx: Ctx, issuerId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`issue:${issuerId}`}, 0))`.execute(ctx.db)

/** Who receives now, and who has it already: by the same key, from before, or from an earlier line of the same list. */
async function planAwards(ctx: Ctx, given: { versionId: string; organizationId: string }, recipients: Recipient[]) {
  const byKey = await findByKey(
    ctx,
    given.organizationId,
    recipients.flatMap(({ idempotencyKey }) => idempotencyKey ?? []),
  )
  const held = await findHeld(ctx, given, recipients)
  const plans: Plan[] = []
  const results = recipients.map((recipient): IssuedCredential => {
    const former = byKey.get(recipient.idempotencyKey ?? '') ?? held.find(recipient)
    if (former) return { credentialId: former, isNew: false }
    const credentialId = ctx.newId()
    const idempotencyKey = recipient.idempotencyKey ?? defaultKey(given.versionId, recipient, held.count(recipient)) ?? `once:${credentialId}`
    plans.push({ credentialId, recipient, idempotencyKey, salt: randomBytes(16).toString('base64url') })
    byKey.set(idempotencyKey, credentialId)
    held.add(recipient, credentialId)
    return { credentialId, isNew: true }
  })
  return { results, plans }
}

async function findByKey(ctx: Ctx, organizationId: string, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('credential').select(['id', 'idempotency_key']).where('organization_id', '=', organizationId).where('idempotency_key', 'in', keys).execute()
  return new Map(rows.map((row) => [row.idempotency_key, row.id]))
}

/** The same badge at the same level for the same person is the same key, until the former one was revoked or expired. */
function defaultKey(versionId: string, { personId, email, levelId }: Recipient, formerCount: number): string | undefined {
  const identity = personId ? `person:${personId}` : email && `mail:${email}`
  return (
    identity &&
    createHash('sha256')
      .update(JSON.stringify([versionId, identity, formerCount, ...(levelId ? [levelId] : [])]))
      .digest('base64url')
  )
}

const toRow = ({ credentialId, recipient, idempotencyKey, salt }: Plan) => ({
  id: credentialId,
  person_id: recipient.personId ?? null,
  recipient_name: recipient.name,
  recipient_email: recipient.email ?? null,
  recipient_salt: salt,
  idempotency_key: idempotencyKey,
  valid_until: recipient.validUntil ?? null,
  level_id: recipient.levelId ?? null,
})

const findConfirmer = async (ctx: Ctx, batchId: string | undefined): Promise<string | null> =>
  batchId ? ((await ctx.db.selectFrom('issue_batch').select('confirmed_by').where('id', '=', batchId).executeTakeFirst())?.confirmed_by ?? null) : null
