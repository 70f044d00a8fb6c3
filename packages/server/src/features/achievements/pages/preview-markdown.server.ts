import type { ActionFunctionArgs } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { renderMarkdown } from '../render-markdown.ts'

/** What somebody is typing, as it will be read. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const text = String((await request.formData()).get('text') ?? '')
  return orProblemPage(request, async () => {
    await enterOrganization(ctx, params.slug!, 'design')
    if (text.length > 10_000) throw refuse('too_large')
    return { html: renderMarkdown(text) }
  })
}
