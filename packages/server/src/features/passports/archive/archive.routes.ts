import { requirePerson } from '#ctx'
import type { PlatformApi } from '#web/api.ts'
import { exportArchive } from './export/export-archive.ts'

export function registerArchiveRoutes(api: PlatformApi): void {
  api.get('/me/data/archive.zip', async (c) => {
    const ctx = c.get('ctx')
    const { fileName, body } = await exportArchive(ctx, requirePerson(ctx).personId)
    return c.body(body, 200, { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${fileName}"`, 'cache-control': 'private, no-store' })
  })
}
