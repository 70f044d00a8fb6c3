import type { PlatformApi } from '#web/api.ts'
import { readImportedFile } from './read-imports.ts'

export function registerImportsRoutes(api: PlatformApi): void {
  // A stranger made these bytes: they are handed back as a file, never shown as a page of ours.
  api.get('/me/imports/:importedId/file', async (c) => {
    const { bytes, mediaType, fileName } = await readImportedFile(c.get('ctx'), c.req.param('importedId'))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })
  api.get('/me/imports/:importedId/picture.png', async (c) => {
    const { picture } = await readImportedFile(c.get('ctx'), c.req.param('importedId'))
    if (!picture) return c.notFound()
    return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  })
}
