import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { type ActionProblem, formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { DraftContent } from '../achievement.schema.ts'
import { alignmentRows, contentValues, designValues, FIRST_DESIGN, readContent, readDesign, type Values } from '../achievement-form.schema.ts'
import { refuse } from '../achievements.errors.ts'
import { changeLevelRows } from '../browser/level-form.ts'
import { createAchievement } from '../create-achievement.ts'
import { findSimilar } from '../find-similar.ts'
import { listGivenLevels } from '../list-given-levels.ts'
import { readImage } from '../read-image.ts'
import { renderMarkdown } from '../render-markdown.ts'
import { saveDraft } from '../save-draft.ts'
import { storeImage } from '../store-image.ts'
import { enterAchievement } from './achievement.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { organization, can, draft } = await enterForm(ctx, params)
    const content = draft?.content ?? DraftContent.parse({})
    const image = draft?.imageId ? await readImage(ctx, draft.imageId) : undefined
    const values: Values = {
      ...contentValues(content),
      ...designValues(image?.design ?? { ...FIRST_DESIGN }),
      imageSource: draft?.imageId ? (image?.design ? 'draw' : 'keep') : 'draw',
      imageId: draft?.imageId ?? '',
      revision: String(draft?.revision ?? 0),
    }
    return {
      title: translate(ctx.locale)(params.achievementId ? 'achievements:edit.page_title' : 'achievements:edit.page_title_new', { name: content.name.fr }),
      locale: ctx.locale,
      organization,
      can,
      achievementId: params.achievementId,
      values,
      missing: draft?.missing ?? [],
      criteriaHtml: renderMarkdown(content.criteria.fr),
      givenLevelIds: params.achievementId ? (await listGivenLevels(ctx, params.achievementId)).map(({ id }) => id) : [],
      similar: await findSimilar(ctx, { name: content.name.fr, exceptId: params.achievementId }),
    }
  })
}

async function enterForm(ctx: Ctx, params: { slug?: string; achievementId?: string }) {
  if (!params.achievementId) return { ...(await enterOrganization(ctx, params.slug!, 'design')), draft: undefined }
  const { achievement, ...rest } = await enterAchievement(ctx, params, 'design')
  if (!achievement.draft) throw redirect(`/organizations/${params.slug}/achievements/${params.achievementId}`)
  return { ...rest, draft: achievement.draft }
}

/** What the page shows again without having saved: rows added or removed, a preview asked for. */
export type Reshown = { values: Values }

export async function action({ context, params, request }: ActionFunctionArgs): Promise<Response | ActionProblem | Reshown> {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, async () => {
    const { organization } = await enterOrganization(ctx, params.slug!, 'design')
    return formAction(form, async () => {
      const intent = String(form.get('intent') ?? 'save')
      await keepUploadedImage(ctx, form, organization.id)
      const values = textsOf(form)
      const reshown = reshow(intent, values)
      if (reshown) return { values: reshown }
      const achievementId = await save(ctx, { organizationId: organization.id, achievementId: params.achievementId, values })
      const inner = `/organizations/${params.slug}/achievements/${achievementId}`
      return redirect(intent === 'save-and-preview' ? inner : `${inner}/edit?done=saved`)
    })
  })
}

const textsOf = (form: FormData): Values => Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** A chosen file is kept at once: whatever is refused afterwards, it need not be chosen again. */
async function keepUploadedImage(ctx: Ctx, form: FormData, organizationId: string): Promise<void> {
  const file = form.get('imageFile')
  form.delete('imageFile')
  if (!(file instanceof File) || file.size === 0) return
  if (file.size > 1024 * 1024) throw refuse('image_too_large')
  const { imageId } = await storeImage(ctx, { organizationId, bytes: await file.bytes() })
  form.set('imageId', imageId)
  form.set('imageSource', 'keep')
}

function reshow(intent: string, values: Values): Values | undefined {
  const [verb, row] = intent.split(':')
  if (verb === 'preview') return values
  const changed = changeLevelRows(intent, values)
  if (changed) return changed
  if (verb === 'add-alignment') return { ...values, [`alignment.${(alignmentRows(values).at(-1) ?? -1) + 1}.targetName`]: '' }
  if (verb === 'remove-alignment') return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`alignment.${row}.`)))
  return undefined
}

type Save = { organizationId: string; achievementId: string | undefined; values: Values }

async function save(ctx: Ctx, { organizationId, achievementId, values }: Save): Promise<string> {
  const content = DraftContent.parse(readContent(values))
  const imageId = await chooseImage(ctx, organizationId, values)
  if (!achievementId) return (await createAchievement(ctx, { organizationId, content, ...(imageId && { image: { imageId } }) })).achievementId
  await saveDraft(ctx, { achievementId, revision: Number(values.revision), content, imageId })
  return achievementId
}

async function chooseImage(ctx: Ctx, organizationId: string, values: Values): Promise<string | null> {
  const design = values.imageSource === 'draw' ? readDesign(values) : undefined
  if (!design) return values.imageId || null
  const title = values['imageAlt.fr']?.trim() || values['name.fr']
  return (await storeImage(ctx, { organizationId, design, title })).imageId
}
