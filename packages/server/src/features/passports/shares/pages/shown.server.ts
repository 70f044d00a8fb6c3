import type { LoaderFunctionArgs } from 'react-router'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import { sayTitle } from '../say-title.ts'
import { addressesOf, presentView } from './present-view.ts'
import { visiting } from './visiting.ts'

/** What an address shows, for whoever has it. */
export const loader = (args: LoaderFunctionArgs) =>
  visiting(args, async ({ ctx, share, isMine }) => {
    const t = translate(ctx.locale)
    const token = args.params.token!
    const view = await presentView(ctx, share, addressesOf(ctx, token))
    const names = view.badges.map(({ name }) => name)
    return {
      title: await sayTitle(ctx, share, names.length),
      // The sentence of its person stays on the page: a network that draws a card of this keeps it.
      summary: t('shares:shown.summary', { count: names.length, names: `${names.slice(0, 3).join(', ')}${names.length > 3 ? '…' : ''}` }),
      url: `${ctx.config.url}/s/${token}`,
      locale: ctx.locale,
      view,
      until: share.expiresAt && share.purpose !== 'interview' ? formatDay(share.expiresAt, ctx.locale) : null,
      isInterview: share.purpose === 'interview',
      manage: isMine ? `/me/shares/${share.shareId}` : null,
    }
  })
