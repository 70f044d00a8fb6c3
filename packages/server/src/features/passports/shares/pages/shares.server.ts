import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { readSharing } from '#features/credentials/index.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { closeAllShares, closeShare } from '../close-share.ts'
import { listShares } from '../list-shares.ts'
import { presentShare, readNames } from './present-share.ts'

/** The addresses of a person: those that show something, then those that are over. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const { personId } = ctx.actor
  const [shares, names, { isProtected }] = await Promise.all([listShares(ctx), readNames(ctx, personId), readSharing(ctx, personId)])
  const presented = shares.map((share) => presentShare(share, names, ctx))
  return {
    title: translate(ctx.locale)('shares:mine.title'),
    isProtected,
    hasBadges: names.collection.length > 0,
    open: isProtected ? [] : presented.filter(({ isOpen }) => isOpen),
    over: presented.filter(({ isOpen }) => isProtected || !isOpen),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      if (form.get('intent') === 'close-all') {
        await closeAllShares(ctx)
        return redirect('/me/shares?done=all_closed')
      }
      await closeShare(ctx, String(form.get('shareId')))
      return redirect('/me/shares?done=closed')
    }),
  )
}
