import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { readForm } from '#kit/read-form.ts'
import { receiveForm } from '#kit/receive-form.ts'
import { type ActionProblem, formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { inLanguage } from '../../localized-text.ts'
import { listOwnResources } from '../list-own-resources.ts'
import { type ReceivedFile, receiveFile } from '../receive-file.ts'
import { removeResource } from '../remove-resource.ts'
import { RESOURCE_KINDS, ResourceContent, type ResourceInput, type ResourceKind } from '../resource.schema.ts'
import { FIRST_EXERCISE, readResource, resourceValues, type Values } from '../resource-form.schema.ts'
import type { ResourceRow } from '../resource-rows.ts'
import { addResource, changeResource } from '../save-resource.ts'
import { enterResources } from './enter-resources.ts'

type Params = { slug?: string; achievementId?: string; resourceId?: string }

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { place, resource, kind, ...entered } = await enterForm(ctx, params, request)
    const say = translate(ctx.locale)
    return {
      ...entered,
      kind,
      title: resource ? inLanguage(resource.title, ctx.locale) : say(`resources:manage.add.${kind}`),
      achievementId: place.achievementId,
      resourceId: resource?.resourceId,
      fileName: resource?.file?.fileName,
      hasCaptions: resource?.hasCaptions ?? false,
      values: resource ? resourceValues(contentOf(resource)) : kind === 'exercise' ? FIRST_EXERCISE : {},
    }
  })
}

/** The kind of a new one is in the address, that of another its own. */
async function enterForm(ctx: Ctx, params: Params, request: Request) {
  const entered = await enterResources(ctx, params, 'design')
  const resource = params.resourceId ? (await listOwnResources(ctx, entered.place)).find(({ resourceId }) => resourceId === params.resourceId) : undefined
  if (params.resourceId && !resource) throw refuse('not_found')
  const asked = new URL(request.url).searchParams.get('kind')
  const kind: ResourceKind = resource?.kind ?? RESOURCE_KINDS.find((known) => known === asked) ?? 'exercise'
  return { ...entered, resource, kind }
}

const contentOf = ({ kind, title, hint, isPublic, address, exercise }: ResourceRow): ResourceInput =>
  ({ kind, title, hint, isPublic, ...(address && { address }), ...(exercise && { exercise }) }) as ResourceInput

const MAX_FORM_BYTES = 256 * 1024

export async function action({ context, params, request }: ActionFunctionArgs): Promise<Response | ActionProblem | { values: Values }> {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { place, here, kind, resource } = await enterForm(ctx, params, request)
    return withForm(ctx, kind, request, async (values, file) => {
      if (values.intent === 'try') return { values }
      if (values.intent === 'remove' && resource) {
        await removeResource(ctx, { ...place, resourceId: resource.resourceId })
        return redirect(`${here}?done=removed`)
      }
      const content = ResourceContent.parse(readResource(kind, values))
      if (resource) await changeResource(ctx, { ...place, resourceId: resource.resourceId, content, file })
      else await addResource(ctx, { ...place, content, file })
      return redirect(`${here}?done=${resource ? 'saved' : 'added'}`)
    })
  })
}

type Run<T> = (values: Values, file: ReceivedFile | undefined) => Promise<T>

/** The fields and the file of the form; whatever is refused, what was typed comes back, and nothing half received stays. */
async function withForm<T>(ctx: Ctx, kind: ResourceKind, request: Request, run: Run<T>): Promise<T | ActionProblem> {
  const valuesOf = (form: FormData): Values => Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  if (kind !== 'video' && kind !== 'booklet')
    return formAction<T | ActionProblem>(new FormData(), async () => {
      const form = await readForm(request, MAX_FORM_BYTES)
      if (!form) throw refuse('invalid_input')
      return formAction(form, () => run(valuesOf(form), undefined))
    })
  const receiving = receiveFile(ctx, kind)
  try {
    return await formAction<T | ActionProblem>(new FormData(), async () => {
      const { fields } = await receiveForm(request, (name) => receiving.start(name), { texts: ['captions'] })
      return formAction(fields, async () => run(valuesOf(fields), await receiving.finish()))
    })
  } finally {
    await receiving.forget()
  }
}
