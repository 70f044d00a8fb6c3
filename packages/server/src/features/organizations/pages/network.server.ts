import type { LoaderFunctionArgs } from 'react-router'
import { translate } from '#web/translations.ts'
import { listOrganizations } from '../list-organizations.ts'
import { OrganizationType } from '../organization.schema.ts'
import { pageNumber, signedIn } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const query = new URL(args.request.url).searchParams
    const search = query.get('q') ?? ''
    const type = OrganizationType.safeParse(query.get('type')).data
    const isArchived = query.has('archived')
    const page = pageNumber(args.request)
    return {
      title: translate(ctx.locale)('organizations:network.title'),
      search,
      type: type ?? '',
      isArchived,
      page,
      ...(await listOrganizations(ctx, { search, type, page, isArchived })),
    }
  })
