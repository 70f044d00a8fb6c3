import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { readSharing } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { presentCollected } from '../../collection/pages/present-collected.ts'
import { createFolio } from '../create-folio.ts'
import { STARTS, type Start } from '../folio.schema.ts'
import { listFolios } from '../list-folios.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { isProtected } = await readSharing(ctx, ctx.actor.personId)
    const folios = await listFolios(ctx)
    return {
      title: translate(ctx.locale)('folios:list.title'),
      isProtected,
      folios: folios.map(({ changedAt, badges, ...folio }) => ({ ...folio, changedOn: formatDay(changedAt, ctx.locale), badges: badges.map(face) })),
    }

    function face(badge: Parameters<typeof presentCollected>[0]) {
      const { badgeId, name, imageId, imageAlt, picture } = presentCollected(badge, ctx.locale)
      return { badgeId, name, imageId, imageAlt, picture }
    }
  })

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      const start = form.get('start')
      if (!isStart(start)) throw refuse('invalid_input')
      const { folioId } = await createFolio(ctx, start)
      return redirect(`/me/folios/${folioId}/edit`)
    }),
  )
}

const isStart = (text: unknown): text is Start => (STARTS as readonly unknown[]).includes(text)
