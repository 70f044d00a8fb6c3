// What the recipients already hold of one badge version from one structure. Each level is held by itself.
import type { Ctx } from '#ctx'
import type { Identified } from './identify-recipients.ts'

type Held = { credentialId: string; personId: string | undefined; isInForce: boolean }

/** Looks recipients up by person and by every address of theirs. */
export type HeldBy = {
  /** The credential that makes another one useless: neither revoked nor expired. */
  find(recipient: Identified): string | undefined
  /** How many they received before at this level, whatever became of them. */
  count(recipient: Identified): number
  add(recipient: Identified, credentialId: string): void
}

type Given = { organizationId: string; versionId: string }

export async function findHeld(ctx: Ctx, given: Given, recipients: Identified[]): Promise<HeldBy> {
  const held = new Map<string, Held[]>()
  const remember = (keys: string[], entry: Held) => keys.forEach((key) => void held.set(key, [...(held.get(key) ?? []), entry]))
  const entriesOf = (recipient: Identified) => {
    const entries = new Set(keysOf(recipient).flatMap((key) => held.get(key) ?? []))
    // Brothers and sisters may share an address: two known people are told apart.
    return [...entries].filter(({ personId }) => !personId || !recipient.personId || personId === recipient.personId)
  }

  for (const row of await readFormer(ctx, given, recipients)) {
    const isInForce = !row.revoked_at && (!row.valid_until || row.valid_until > ctx.now())
    const personId = row.person_id ?? undefined
    const addresses = row.recipient_email ? [row.recipient_email.toLowerCase()] : []
    remember(keysOf({ personId, addresses, levelId: row.level_id ?? undefined }), { credentialId: row.id, personId, isInForce })
  }
  return {
    find: (recipient) => entriesOf(recipient).find(({ isInForce }) => isInForce)?.credentialId,
    count: (recipient) => entriesOf(recipient).length,
    add: (recipient, credentialId) => remember(keysOf(recipient), { credentialId, personId: recipient.personId, isInForce: true }),
  }
}

async function readFormer(ctx: Ctx, { organizationId, versionId }: Given, recipients: Identified[]) {
  const personIds = [...new Set(recipients.flatMap(({ personId }) => personId ?? []))]
  const addresses = [...new Set(recipients.flatMap((recipient) => recipient.addresses))]
  if (personIds.length + addresses.length === 0) return []
  return ctx.db
    .selectFrom('credential')
    .select(['id', 'person_id', 'recipient_email', 'revoked_at', 'valid_until', 'level_id'])
    .where('achievement_version_id', '=', versionId)
    .where('organization_id', '=', organizationId)
    .where((where) => where.or([...(personIds.length ? [where('person_id', 'in', personIds)] : []), ...(addresses.length ? [where('recipient_email', 'in', addresses)] : [])]))
    .orderBy('issued_at')
    .execute()
}

type Key = { personId?: string | undefined; addresses: string[]; levelId?: string | undefined }

const keysOf = ({ personId, addresses, levelId = '' }: Key): string[] =>
  [...(personId ? [`person:${personId}`] : []), ...addresses.map((address) => `mail:${address}`)].map((who) => `${levelId}/${who}`)
