import type { Ctx } from '#ctx'
import { refuse } from '../achievements.errors.ts'
import { findProblem } from '../browser/exercise.ts'
import { readCaptions } from './captions.ts'
import { changeResources, findOwn, type Place } from './change-resources.ts'
import { forgetVideo } from './forget-video.ts'
import type { ReceivedFile } from './receive-file.ts'
import { MAX_RESOURCES, ResourceContent, type ResourceInput } from './resource.schema.ts'
import type { ResourceRow } from './resource-rows.ts'
import { videoFolder } from './video-folder.ts'

type Input = Place & { content: ResourceInput; file?: ReceivedFile | undefined }

/** Adds it after the others. */
export async function addResource(ctx: Ctx, { content: input, file, ...place }: Input): Promise<{ resourceId: string }> {
  const content = readContent(input)
  return changeResources(ctx, place, async (ctx, own) => {
    if (own.length >= MAX_RESOURCES) throw refuse('too_many_resources', { max: MAX_RESOURCES })
    const resourceId = ctx.newId()
    const now = ctx.now()
    const { position } = await ctx.db
      .selectFrom('resource')
      .select((select) => select.fn.coalesce(select.fn.max('position'), select.lit(0)).as('position'))
      .where('organization_id', '=', place.organizationId)
      .where('achievement_id', '=', place.achievementId)
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('resource')
      .values({
        id: resourceId,
        achievement_id: place.achievementId,
        organization_id: place.organizationId,
        kind: content.kind,
        position: position + 1,
        ...columnsOf(content),
        created_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await keepFile(ctx, { resourceId, content, file, before: undefined })
    return { resourceId }
  })
}

/** What it says, in its place; a file that is not sent again stays. Its kind is for ever. */
export async function changeResource(ctx: Ctx, { resourceId, content: input, file, ...place }: Input & { resourceId: string }): Promise<void> {
  const content = readContent(input)
  await changeResources(ctx, place, async (ctx, own) => {
    const before = findOwn(own, resourceId)
    const columns = columnsOf(ResourceContent.parse({ ...content, kind: before.kind }))
    await ctx.db
      .updateTable('resource')
      .set({ ...columns, updated_at: ctx.now() })
      .where('id', '=', resourceId)
      .execute()
    await keepFile(ctx, { resourceId, content, file, before })
  })
}

function readContent(input: ResourceInput): ResourceContent {
  const content = ResourceContent.parse(input)
  const problem = content.kind === 'exercise' ? findProblem(content.exercise) : undefined
  if (problem) throw refuse('exercise_unfinished', { ...problem.detail, problem: problem.code, field: problem.field })
  return content
}

const columnsOf = (content: ResourceContent) => ({
  title: JSON.stringify(content.title),
  hint: JSON.stringify(content.hint),
  is_public: content.isPublic,
  address: 'address' in content ? (content.address ?? null) : null,
  exercise: content.kind === 'exercise' ? JSON.stringify(content.exercise) : null,
  ...captionsOf(content),
})

/** They belong to a film that is kept here. */
function captionsOf(content: ResourceContent): { captions?: string | null } {
  if (content.kind !== 'video') return {}
  if (content.address !== undefined || content.captions === null) return { captions: null }
  return content.captions === undefined ? {} : { captions: readCaptions(content.captions) }
}

type Keep = { resourceId: string; content: ResourceContent; file: ReceivedFile | undefined; before: ResourceRow | undefined }

/** A booklet needs its file, and a video its file or an address. A new file takes the place of the old one. */
async function keepFile(ctx: Ctx, { resourceId, content, file, before }: Keep): Promise<void> {
  const isElsewhere = content.kind === 'video' && content.address !== undefined
  const needsFile = content.kind === 'booklet' || (content.kind === 'video' && !isElsewhere)
  if (needsFile && !file && !before?.file) throw refuse('resource_without_file')
  const isNew = needsFile && file !== undefined
  if (!isNew && !(isElsewhere && before?.file)) return
  await ctx.db.deleteFrom('resource_file').where('resource_id', '=', resourceId).execute()
  if (before?.file?.isInFolder) await ctx.jobs.send(forgetVideo, { fileId: before.file.fileId })
  if (!isNew) return
  const bytes = 'bytes' in file ? file.bytes : null
  // Moved before the row is there: a crash in between leaves a file too many, never a row without its file.
  if (!bytes) await videoFolder(ctx).keep(file.fileId)
  await ctx.db
    .insertInto('resource_file')
    .values({ resource_id: resourceId, file_id: file.fileId, file_name: file.fileName, media_type: file.mediaType, size: file.size, bytes })
    .execute()
}
