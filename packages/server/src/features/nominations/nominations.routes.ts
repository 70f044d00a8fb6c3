import type { Context } from 'hono'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { readAttachment } from './attachments/read-attachment.ts'

export function registerNominationsRoutes(api: PlatformApi): void {
  api.get('/attachments/:id', answerAttachment)
}

/** Shown to who may read what it lies beside, kept by no cache, and nothing in it runs. A PDF is only ever downloaded. */
async function answerAttachment(c: Context<{ Variables: ApiVariables }>) {
  const { fileName, mediaType, bytes } = await readAttachment(c.get('ctx'), { attachmentId: c.req.param('id')!, isThumbnail: c.req.query('size') === 'thumbnail' })
  const isPhoto = mediaType === 'image/webp'
  const name = isPhoto ? `${fileName.replace(/\.\w+$/, '')}.webp` : fileName
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaType,
    'content-disposition': `${isPhoto ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
}
