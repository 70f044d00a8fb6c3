import { asSystem, type Ctx, requirePerson, transaction } from '#ctx'
import { closeAccount, demandPassword, getPerson } from '#features/accounts/index.ts'
import { forgetProgress } from '#features/achievements/index.ts'
import { isProtected, lockSharing, releaseCredentials } from '#features/credentials/index.ts'
import { releaseEndorsements } from '#features/endorsements/index.ts'
import { forgetPersonalKeys } from '#features/issuers/index.ts'
import { leaveEverywhere } from '#features/organizations/index.ts'
import { refuse } from '../archive.errors.ts'
import { forgetPassport } from './forget-passport.ts'

/** What is typed to say that one is sure; either language, since a browser may show the other one. */
const WORDS: readonly string[] = ['je pars', 'i am leaving']

/**
 * Somebody leaves the platform for good: all of it or nothing. What structures decided stays with them without a name, what was signed stays signed.
 * Slices that passports do not know hear `account.closed`.
 */
export async function deleteAccount(ctx: Ctx, { confirmation, password }: { confirmation: string; password: string }): Promise<void> {
  const { personId } = requirePerson(ctx)
  if (await isProtected(ctx, personId)) throw refuse('closing_from_fifteen')
  if (!WORDS.includes(confirmation.trim().toLowerCase().replace(/\s+/g, ' '))) throw refuse('not_confirmed')
  await demandPassword(ctx, password)
  await transaction(ctx, async (ctx) => {
    const platform = asSystem(ctx)
    await lockSharing(ctx, personId)
    const addresses = (await getPerson(ctx, personId)).emails.filter(({ isVerified }) => isVerified).map(({ address }) => address)
    await leaveEverywhere(ctx, { addresses })
    await forgetPassport(ctx, personId)
    await forgetPersonalKeys(platform, { personId, addresses })
    await forgetProgress(platform, personId)
    await releaseEndorsements(platform, personId)
    await releaseCredentials(platform, personId)
    await closeAccount(ctx)
  })
}
