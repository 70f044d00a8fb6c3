import type { Ctx } from '#ctx'
import { changeResources, findOwn, type Place } from './change-resources.ts'
import { forgetVideo } from './forget-video.ts'

/** With its file, and with what people did with it. */
export async function removeResource(ctx: Ctx, { resourceId, ...place }: Place & { resourceId: string }): Promise<void> {
  await changeResources(ctx, place, async (ctx, own) => {
    const { file } = findOwn(own, resourceId)
    await ctx.db.deleteFrom('resource').where('id', '=', resourceId).execute()
    if (file?.isInFolder) await ctx.jobs.send(forgetVideo, { fileId: file.fileId })
  })
}
