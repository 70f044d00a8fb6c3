import { join } from 'node:path'
import type { Ctx } from '#ctx'
import { type Folder, openFolder } from '#kit/files.ts'

export const videoFolder = (ctx: Ctx): Folder => openFolder(join(ctx.config.dataDir, 'videos'))
