import type { PlatformApi } from '#web/api.ts'
import { folioFileHeaders, readFolioFile } from './read-folio-file.ts'

export function registerFoliosRoutes(api: PlatformApi): void {
  api.get('/me/folios/:folioId/files/:fileId', async (c) => {
    const { folioId, fileId } = c.req.param()
    const file = await readFolioFile(c.get('ctx'), { folioId, fileId, isThumbnail: c.req.query('size') === 'thumbnail' })
    return c.body(new Uint8Array(file.bytes), 200, folioFileHeaders(file))
  })
}
