import type { LoaderFunctionArgs } from 'react-router'
import { findShellPerson } from '#features/accounts/index.ts'
import { countNewNotices } from '#features/delivery/index.ts'
import { hasChildren } from '#features/guardians/index.ts'
import { listMyOrganizations } from '#features/organizations/index.ts'
import { takesPartSomewhere } from '#features/practice/index.ts'
import { pageRequest } from '#web/page.ts'

/** What every page shows around its own content. */
export async function rootLoader({ context, request }: LoaderFunctionArgs) {
  const { ctx, nonce } = context.get(pageRequest)
  const person = await findShellPerson(ctx)
  const [organizations, newNotices] = person ? await Promise.all([listMyOrganizations(ctx), countNewNotices(ctx)]) : [[], 0]
  return {
    nonce,
    locale: ctx.locale,
    colorScheme: person?.colorScheme ?? readSchemeCookie(request),
    isDemonstration: ctx.config.mode === 'demonstration',
    url: ctx.config.url,
    person,
    organizations,
    hasChildren: await hasChildren(ctx),
    takesPart: await takesPartSomewhere(ctx),
    newNotices,
    tone: organizations.some(({ isPupil }) => isPupil) ? ('tu' as const) : ('vous' as const),
  }
}

function readSchemeCookie(request: Request): 'auto' | 'light' | 'dark' {
  const value = /(?:^|;\s*)boat_scheme=(light|dark)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return (value as 'light' | 'dark' | undefined) ?? 'auto'
}
