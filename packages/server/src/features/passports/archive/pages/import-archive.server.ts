import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { fileOf, readForm } from '#kit/read-form.ts'
import { formAction, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { refuse } from '../archive.errors.ts'
import { importArchive } from '../import/import-archive.ts'
import { MAX_ZIP_BYTES } from '../import/read-archive.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return { title: translate(ctx.locale)('archive:import.title') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return formAction(new FormData(), async () => {
    const form = await readForm(request, MAX_ZIP_BYTES)
    const file = form && fileOf(form, 'archive')
    if (!file || file.size === 0) throw refuse('no_archive_given')
    return { brought: await importArchive(ctx, new Uint8Array(await file.arrayBuffer())) }
  })
}
