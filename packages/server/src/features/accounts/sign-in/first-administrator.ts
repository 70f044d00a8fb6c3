import { asSystem, type Ctx, transaction } from '#ctx'
import { demandRoom, spend } from '#kit/rate-limit.ts'
import { refuse } from '../accounts.errors.ts'
import { AdministratorInput } from '../accounts.schema.ts'
import { type OpenedSession, openSession, type Visitor } from '../sessions/open-session.ts'
import { createNetworkAdministrator } from './create-network-administrator.ts'
import { unknownTokensFrom } from './limits.ts'
import { findLiveLink, insertLink, useLink } from './one-time-links.ts'

const LINK_MINUTES = 24 * 60

/** The address that makes the first administrator of a new installation: for one day, once. Nothing when there is one already. */
export function createFirstAdministratorLink(ctx: Ctx): Promise<{ url: string; expiresAt: Date } | undefined> {
  return transaction(ctx, async (ctx) => {
    if (await hasAdministrator(ctx)) return undefined
    // The one printed last is the one that works.
    await ctx.db.deleteFrom('one_time_link').where('purpose', '=', 'first-administrator').execute()
    const token = await insertLink(ctx, { id: ctx.newId(), purpose: 'first-administrator', minutes: LINK_MINUTES })
    return { url: `${ctx.config.url}/first-administrator/${token}`, expiresAt: new Date(ctx.now().getTime() + LINK_MINUTES * 60_000) }
  })
}

export async function readFirstAdministratorLink(ctx: Ctx, token: string, visitor: Visitor): Promise<void> {
  await demandRoom(ctx.db, ctx.now(), unknownTokensFrom(ctx, visitor.address))
  if ((await findLiveLink(ctx, 'first-administrator', token)) && !(await hasAdministrator(ctx))) return
  await spend(ctx.db, ctx.now(), unknownTokensFrom(ctx, visitor.address))
  throw refuse('link_expired')
}

export type FirstAdministratorInput = { givenName: string; familyName?: string; address: string; password: string; repeated: string }

export async function becomeFirstAdministrator(ctx: Ctx, token: string, input: FirstAdministratorInput, visitor: Visitor): Promise<OpenedSession> {
  await readFirstAdministratorLink(ctx, token, visitor)
  const { address, password, repeated, ...names } = AdministratorInput.parse(input)
  if (password !== repeated) throw refuse('passwords_differ')
  return transaction(ctx, async (ctx) => {
    await useLink(ctx, 'first-administrator', token)
    if (await hasAdministrator(ctx)) throw refuse('administrator_exists')
    // Whoever runs the server vouches for this address: mail may not leave yet, and nobody else could let them in.
    const { personId } = await createNetworkAdministrator(asSystem(ctx), { ...names, email: { address, isVerified: true }, password })
    return openSession(ctx, { personId, method: 'first-administrator', ...visitor })
  })
}

async function hasAdministrator(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db.selectFrom('person').select('id').where('is_network_admin', '=', true).where('closed_at', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}
