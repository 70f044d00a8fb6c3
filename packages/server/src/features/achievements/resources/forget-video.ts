import { z } from 'zod'
import type { Ctx } from '#ctx'
import { defineJob } from '#kit/jobs.ts'
import { videoFolder } from './video-folder.ts'

/** A video that no resource has any more: its bytes go once that is committed. */
export const forgetVideo = defineJob({
  name: 'achievements.forget-video',
  schema: z.object({ fileId: z.uuid() }),
  handle: (ctx: Ctx, { fileId }) => videoFolder(ctx).remove(fileId),
})
