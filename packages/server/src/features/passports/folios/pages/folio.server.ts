import type { LoaderFunctionArgs } from 'react-router'
import { readSharing } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { presentFolio } from './present-folio.ts'

/** A page of one's own as a visitor would see it. */
export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const folio = await presentFolio(ctx, params.folioId!, {
      fileAt: (fileId) => `/me/folios/${params.folioId}/files/${fileId}`,
      badgeAt: ({ kind, badgeId }) => `/me/${kind === 'received' ? 'badges' : 'imports'}/${badgeId}`,
    })
    if (!folio) throw refuse('not_found')
    const { isProtected } = await readSharing(ctx, ctx.actor.personId)
    return { title: folio.title, folio, isProtected }
  })
