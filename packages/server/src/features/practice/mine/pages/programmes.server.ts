import { type LoaderFunctionArgs, redirect } from 'react-router'
import { signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { listMyProgrammes } from '../list-my-programmes.ts'

/** What somebody takes part in; who has one programme is there at once. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const programmes = await listMyProgrammes(ctx)
  if (programmes.length === 1) throw redirect(`/me/practice/${programmes[0]!.programmeId}`)
  return { title: translate(ctx.locale)('mine:title'), programmes }
}
