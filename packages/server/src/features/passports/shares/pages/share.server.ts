import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { escapeXml } from '#kit/escape-xml.ts'
import { qrPath } from '#kit/qr-code.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { closeShare } from '../close-share.ts'
import { measureSignature } from '../draw/draw-signature.ts'
import { captionOf } from '../draw/paint-share.ts'
import { getShare, type ListedShare } from '../list-shares.ts'
import { addToProfileLink, mastodonLink, passOnLink, shareSites } from '../share-links.ts'
import { presentShare, readNames } from './present-share.ts'

/** One address for its person: to pass on, to put somewhere, to show, to close. */
export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { personId } = ctx.actor
    const listed = await getShare(ctx, params.shareId!)
    const [names, person] = await Promise.all([readNames(ctx, personId), getPerson(ctx, personId)])
    const share = presentShare(listed, names, ctx)
    const personName = `${person.givenName} ${person.familyName}`.trim()
    const instance = new URL(request.url).searchParams.get('instance') ?? ''
    return {
      title: share.title,
      share,
      qr: share.address === null ? null : qrPath(share.address),
      passing: share.address !== null && share.purpose === 'link' ? passOn(ctx, listed, { address: share.address, personName, instance, names }) : null,
      pasting: share.address === null ? null : paste(ctx, listed, { address: share.address, personName, count: share.shows.length }),
    }
  })

type Names = Awaited<ReturnType<typeof readNames>>

function passOn(ctx: Ctx, { badgeIds }: ListedShare, { address, personName, instance, names }: { address: string; personName: string; instance: string; names: Names }) {
  const t = translate(ctx.locale)
  const text = t('shares:pass.text', { name: personName, count: badgeIds.length })
  const only = badgeIds.length === 1 ? names.collection.find(({ badgeId }) => badgeId === badgeIds[0]) : undefined
  return {
    sites: shareSites.map((site) => ({ site, href: passOnLink(site, { address, text }) })),
    profile: only ? addToProfileLink({ ...only, url: address, id: only.badgeId }) : null,
    instance,
    mastodon: instance ? mastodonLink(instance, { address, text }) : null,
  }
}

/** HTML to put elsewhere; it names nothing but the address. */
function paste(ctx: Ctx, { purpose }: ListedShare, { address, personName, count }: { address: string; personName: string; count: number }) {
  if (purpose === 'embed') {
    const height = Math.min(520, 125 + count * 76)
    const title = escapeXml(translate(ctx.locale)('shares:embed.title', { name: personName }))
    return {
      kind: 'embed' as const,
      src: `${address}/embed`,
      height,
      html: `<iframe src="${address}/embed" title="${title}" width="100%" height="${height}" style="border:0;max-width:40rem" loading="lazy"></iframe>`,
    }
  }
  if (purpose !== 'signature') return null
  const caption = captionOf({ personName, locale: ctx.locale })
  const { width, height } = measureSignature({ count, caption })
  const src = `${address}/signature.png`
  return {
    kind: 'signature' as const,
    src,
    href: address,
    width,
    height,
    caption,
    html: `<a href="${address}"><img src="${src}" alt="${escapeXml(caption)}" width="${width}" height="${height}" style="border:0"></a>`,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      await closeShare(ctx, params.shareId!)
      return redirect('/me/shares?done=closed')
    }),
  )
}
