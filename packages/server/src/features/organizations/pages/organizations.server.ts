import type { LoaderFunctionArgs } from 'react-router'
import { translate } from '#web/translations.ts'
import { listMyOrganizations } from '../list-my-organizations.ts'
import { signedIn } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => ({
    title: translate(ctx.locale)('organizations:mine.title'),
    isNetworkAdmin: ctx.actor.isNetworkAdmin,
    organizations: await listMyOrganizations(ctx),
  }))
