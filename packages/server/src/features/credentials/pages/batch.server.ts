import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { type AchievementContent, getVersion, inLanguage, levelName } from '#features/achievements/index.ts'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { formAction, orProblemPage, pageCtx, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { confirmBatch } from '../batches/confirm-batch.ts'
import { type Batch, getBatch, getBatchProgress } from '../batches/get-batch.ts'
import { retryBatch } from '../batches/retry-batch.ts'
import type { RowState } from '../credentials.schema.ts'
import { formatDay } from './days.ts'
import { presentProblem } from './present-problem.ts'

/** Rows shown before one asks for all of them. */
const SHOWN = 100

/** Step 3, then the progress, then the results: what the page is follows from how far the batch is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params['slug']!, 'view-people')
    const progress = await getBatchProgress(ctx, params['batchId']!)
    if (progress.organizationId !== organization.id) throw refuse('not_found')
    const version = await getVersion(ctx, { versionId: progress.versionId })
    const phase = progress.confirmedAt === null ? ('preview' as const) : progress.finishedAt === null ? ('running' as const) : ('finished' as const)
    const limit = new URL(request.url).searchParams.get('rows') === 'all' ? undefined : SHOWN
    const t = translate(ctx.locale)
    return {
      organization: { slug: organization.slug, name: organization.name },
      can,
      phase,
      title: t(`credentials:batch.${phase}.title`),
      batchId: progress.batchId,
      counts: progress.counts,
      validUntil: progress.validUntil && formatDay(ctx, progress.validUntil),
      badge: {
        achievementId: version.achievementId,
        name: inLanguage(version.content.name, ctx.locale),
        description: inLanguage(version.content.description, ctx.locale),
        imageId: version.imageId,
        imageAlt: inLanguage(version.content.imageAlt, ctx.locale),
      },
      isArchived: version.isArchived,
      isList: await isList(ctx, progress.batchId),
      cardCount: await countCards(ctx, progress.batchId),
      troubled: await presentRows(ctx, progress.batchId, version.content, ['excluded', 'failed'], limit),
      ready: await presentRows(ctx, progress.batchId, version.content, ['pending', 'issued', 'already-held'], limit),
    }
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return formAction(form, async () => {
    const batchId = params['batchId']!
    const { organization } = await enterOrganization(ctx, params['slug']!, 'issue')
    if ((await getBatchProgress(ctx, batchId)).organizationId !== organization.id) throw refuse('not_found')
    await (form.get('intent') === 'retry' ? retryBatch : confirmBatch)(ctx, batchId)
    return redirect(`/organizations/${organization.slug}/issue/${batchId}`)
  })
}

async function presentRows(ctx: Ctx, batchId: string, content: AchievementContent, states: RowState[], limit: number | undefined) {
  const { rows } = await getBatch(ctx, batchId, { states, ...(limit && { limit }) })
  return rows.map((row) => ({ ...presentRow(ctx, row), level: levelName(content, row.level, ctx.locale) }))
}

const presentRow = (ctx: Ctx, row: Batch['rows'][number]) => ({
  position: row.position,
  line: row.line,
  name: row.name,
  email: row.email,
  narrative: row.narrative,
  evidenceUrl: row.evidenceUrl && /^https?:\/\//i.test(row.evidenceUrl) ? row.evidenceUrl : null,
  validUntil: row.validUntil && formatDay(ctx, row.validUntil),
  state: row.state,
  credentialId: row.credentialId,
  problems: row.problems.map((problem) => presentProblem(ctx, problem)),
})

/** It was pasted or uploaded: its rows know their lines. */
const isList = async (ctx: Ctx, batchId: string): Promise<boolean> =>
  (await ctx.db.selectFrom('issue_batch_row').select('line').where('batch_id', '=', batchId).where('line', 'is not', null).limit(1).executeTakeFirst()) !== undefined

/** Who has no address receives a card. */
const countCards = async (ctx: Ctx, batchId: string): Promise<number> =>
  (
    await ctx.db
      .selectFrom('issue_batch_row')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('batch_id', '=', batchId)
      .where('email', 'is', null)
      .where('state', 'in', ['pending', 'issued'])
      .executeTakeFirstOrThrow()
  ).count
