import type { LoaderFunctionArgs } from 'react-router'
import { addressesOf, presentOne } from './present-view.ts'
import { visiting } from './visiting.ts'

/** One badge of an address, with all that it says. */
export const loader = (args: LoaderFunctionArgs) =>
  visiting(args, async ({ ctx, share }) => {
    const token = args.params.token!
    const badge = await presentOne(ctx, share, args.params.badgeId!, addressesOf(ctx, token))
    return { title: `${badge.name} · ${share.personName}`, personName: share.personName, back: `/s/${encodeURIComponent(token)}`, badge }
  })
