// What an address of somebody's badges answers besides its pages. Whoever has it may read; that they did is written nowhere.
import type { Context } from 'hono'
import { asSystem, type Ctx } from '#ctx'
import { listEndorsements } from '#features/endorsements/index.ts'
import { refuse } from '#kit/errors.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import type { CollectedBadge } from '../collection/list-collection.ts'
import { readPicture } from '../collection/read-picture.ts'
import { folioFileHeaders, readFolioFile } from '../folios/read-folio-file.ts'
import { paintCard, paintSignature } from './draw/paint-share.ts'
import { demandShare, type OpenShare } from './find-share.ts'
import { listShown } from './list-shown.ts'
import { readShownFile, type ShownFile } from './read-shown-file.ts'
import type { SharePurpose } from './share.schema.ts'
import { writeEmbed } from './write-embed.ts'

type C = Context<{ Variables: ApiVariables }>

export function registerSharesRoutes(api: PlatformApi): void {
  api.use('/s/*', async (c, next) => {
    await next()
    // No search engine keeps what its person may close, and no other site learns the address from a link on it.
    c.header('x-robots-tag', 'noindex, nofollow')
    c.header('referrer-policy', 'no-referrer')
  })

  api.get('/s/:token/embed', async (c) => {
    const share = await demandPurpose(c, 'embed')
    const page = await writeEmbed(c.get('ctx'), share, { token: c.req.param('token'), nonce: c.get('nonce') })
    // The one page of the platform that other sites may put in a frame: it acts for nobody, and has no script.
    const policy = `default-src 'none'; img-src ${c.get('ctx').config.url}; style-src 'nonce-${c.get('nonce')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`
    return c.body(page, 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
  })

  api.get('/s/:token/signature.png', async (c) => png(c, await paintSignature(c.get('ctx'), await demandPurpose(c, 'signature'))))
  api.get('/s/:token/card.png', async (c) => png(c, await paintCard(c.get('ctx'), await demandShare(c.get('ctx'), c.req.param('token')))))

  api.get('/s/:token/pictures/:address', async (c) => {
    const badge = await demandShown(c, /^(.+)\.png$/.exec(c.req.param('address'))?.[1])
    const picture = await readPicture(c.get('ctx'), badge.picture, 256)
    if (!picture) throw refuse('not_found')
    return png(c, picture)
  })

  // Files of a page that was composed, and of no other page of its person.
  api.get('/s/:token/files/:fileId', async (c) => {
    const share = await demandShare(c.get('ctx'), c.req.param('token'))
    if (share.scope !== 'folio') throw refuse('not_found')
    const file = await readFolioFile(asSystem(c.get('ctx')), { folioId: share.folioId, fileId: c.req.param('fileId') })
    return c.body(new Uint8Array(file.bytes), 200, folioFileHeaders(file))
  })

  // What was signed of a badge stands at its own address only once the badge is open to all: behind this one, for whoever reads it here.
  api.get('/s/:token/endorsements/:address', async (c) => {
    const endorsementId = /^(.+)\.json$/.exec(c.req.param('address'))?.[1]
    const shown = await listShownHere(c)
    const badgeIds = shown.map(({ badgeId }) => badgeId)
    const endorsement = (await listEndorsements(c.get('ctx'), badgeIds, { onlyShown: true })).find((one) => one.endorsementId === endorsementId)
    if (!endorsement?.document) throw refuse('not_found')
    return file(c, { bytes: Buffer.from(endorsement.document), mediaType: 'application/vc+ld+json', fileName: `endossement-${endorsement.endorsementId.slice(0, 8)}.json` })
  })

  // The page of a badge is React Router's; with the ending it is what proves it, byte for byte.
  api.get('/s/:token/badges/:address', async (c, next) => {
    const badgeId = /^(.+)\.json$/.exec(c.req.param('address'))?.[1]
    if (!badgeId) return next()
    return file(c, await readShownFile(c.get('ctx'), await demandShown(c, badgeId)))
  })
}

/** An address that was opened for another use is as unknown here as any. */
async function demandPurpose(c: C, purpose: SharePurpose): Promise<OpenShare> {
  const share = await demandShare(c.get('ctx'), c.req.param('token')!)
  if (share.purpose !== purpose) throw refuse('not_found')
  return share
}

async function listShownHere(c: C): Promise<CollectedBadge[]> {
  const ctx: Ctx = c.get('ctx')
  return listShown(ctx, await demandShare(ctx, c.req.param('token')!))
}

async function demandShown(c: C, badgeId: string | undefined): Promise<CollectedBadge> {
  const badge = (await listShownHere(c)).find((one) => one.badgeId === badgeId)
  if (!badge) throw refuse('not_found')
  return badge
}

const file = (c: C, { bytes, mediaType, fileName }: ShownFile) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  })

const png = (c: C, bytes: Uint8Array) => c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
