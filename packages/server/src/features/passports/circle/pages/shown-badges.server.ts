import type { LoaderFunctionArgs } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { listShown } from '../shown/list-shown.ts'

/** What members chose to show to their structure. */
export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'issue')
    const query = new URL(request.url).searchParams
    const search = (query.get('q') ?? '').slice(0, 100)
    const asked = Number.parseInt(query.get('page') ?? '1', 10) || 1
    const { badges, ...list } = await listShown(ctx, { organizationId: organization.id, search, page: asked })
    const { slug } = organization
    return {
      title: `${translate(ctx.locale)('circle:members.title')} · ${organization.name}`,
      organization,
      can,
      search,
      ...list,
      badges: badges.map(({ picture, people, ...badge }) => ({
        ...badge,
        imageId: picture && 'imageId' in picture ? picture.imageId : null,
        imageAlt: '',
        picture: picture && 'importedId' in picture ? `/organizations/${slug}/shown-badges/${picture.importedId}/picture.png` : null,
        people: people.map(({ badgeId, personId, personName, receivedAt, doubts }) => ({
          badgeId,
          personName,
          receivedOn: receivedAt && formatDay(receivedAt, ctx.locale),
          doubts,
          isSomebodyElse: personId !== ctx.actor.personId,
        })),
      })),
    }
  })
