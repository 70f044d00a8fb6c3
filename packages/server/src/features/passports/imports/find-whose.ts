import { fromAssertion, type JsonObject, matchesIdentity, type OpenBadgesVersion } from '@boat/openbadges'
import type { Ctx } from '#ctx'

/** Whether a badge was given to an address that somebody has proved to be theirs. A bare id says nothing about a person. */
export type Recipient = 'confirmed' | 'another' | 'unknown'
type Read = { credential: JsonObject | undefined; version: OpenBadgesVersion }

export async function findWhose(ctx: Ctx, personId: string, { credential, version }: Read): Promise<Recipient> {
  if (!credential) return 'unknown'
  const named = readNamed(/^[012]\./.test(version) ? fromAssertion(credential) : credential)
  const rows = await ctx.db.selectFrom('person_email').select('address').where('person_id', '=', personId).where('verified_at', 'is not', null).execute()
  if (named.some((identity) => rows.some(({ address }) => matchesIdentity(identity, String(address))))) return 'confirmed'
  return named.some(({ identityType }) => identityType === 'emailAddress') ? 'another' : 'unknown'
}

function readNamed({ credentialSubject }: JsonObject): { identityType?: string; identityHash?: string; hashed?: boolean; salt?: string }[] {
  const subjects = [credentialSubject].flat().filter((subject) => typeof subject === 'object' && subject !== null) as JsonObject[]
  return subjects.flatMap(({ id, identifier }) => [
    ...([identifier ?? []].flat().filter((identity) => typeof identity === 'object' && identity !== null) as object[]),
    ...(typeof id === 'string' && id.startsWith('mailto:') ? [{ identityType: 'emailAddress', hashed: false, identityHash: id.slice('mailto:'.length) }] : []),
  ])
}
