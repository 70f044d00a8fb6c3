import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { presentBadgeEndorsements } from '#features/endorsements/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { readBadgeCircle } from '../../circle/pages/badge-circle.server.ts'
import { findNote } from '../../collection/find-note.ts'
import { presentImportedSaid } from '../../collection/pages/present-said.ts'
import { receiveNote } from '../../collection/pages/receive-note.ts'
import { getImport, removeImport } from '../read-imports.ts'
import { recheckImport } from '../recheck-imports.ts'
import { presentImport } from './present-import.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const badge = await getImport(ctx, params.importedId!)
    const day = (date: Date | null) => date && formatDay(date, ctx.locale)
    const presented = presentImport(badge, ctx.locale)
    return {
      title: presented.name,
      badge: presented,
      circle: await readBadgeCircle(ctx, badge.importedId),
      note: await findNote(ctx, badge.importedId),
      said: await presentImportedSaid(ctx, badge),
      authorName: badge.summary.author,
      level: badge.summary.level,
      inside: badge.summary.inside,
      recipient: badge.recipient,
      version: badge.version,
      fileName: badge.fileName,
      address: badge.address,
      importedOn: day(badge.importedAt)!,
      verifiedOn: day(badge.verifiedAt)!,
      unreachableSince: day(badge.unreachableSince),
      endorsements: await presentBadgeEndorsements(ctx, badge.importedId),
      /** What did not pass, in the order of the specification. */
      doubts: badge.checks.flatMap(({ outcome, code }) => (code && (outcome === 'failed' || outcome === 'undetermined') ? [code] : [])),
    }
  })

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const importedId = params.importedId!
  return orProblemPage(request, () =>
    formAction(form, async () => {
      if (form.get('intent') === 'remove') {
        await removeImport(ctx, importedId)
        return redirect('/me/badges?done=import_removed')
      }
      if (form.get('intent') === 'note') {
        await receiveNote(ctx, importedId, form)
        return redirect(`/me/imports/${importedId}?done=noted`)
      }
      await recheckImport(ctx, importedId)
      return redirect(`/me/imports/${importedId}?done=import_verified`)
    }),
  )
}
