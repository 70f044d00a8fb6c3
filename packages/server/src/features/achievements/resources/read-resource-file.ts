import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { getResource } from './get-resource.ts'
import { videoFolder } from './video-folder.ts'

type ResourceFile = {
  fileName: string
  mediaType: string
  size: number
  read(range: { start: number; end: number }): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>>
}

/** Its bytes, or a part of them, for who may see the resource. */
export async function readResourceFile(ctx: Ctx, which: { achievementId: string; resourceId: string }): Promise<ResourceFile> {
  const { file, resourceId } = await getResource(ctx, which)
  if (!file) throw refuse('not_found')
  const { fileName, mediaType, size, isInFolder, fileId } = file
  const folder = videoFolder(ctx)
  if (isInFolder && !(await folder.exists(fileId))) throw refuse('not_found')
  return {
    fileName,
    mediaType,
    size,
    async read(range) {
      if (isInFolder) return folder.read(fileId, range)
      const { bytes } = await ctx.db.selectFrom('resource_file').select('bytes').where('resource_id', '=', resourceId).executeTakeFirstOrThrow()
      return new Uint8Array(bytes!.subarray(range.start, range.end + 1))
    },
  }
}
