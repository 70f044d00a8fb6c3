import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { translate } from '#web/translations.ts'
import { readPicture } from '../../collection/read-picture.ts'
import { findCvShare } from '../find-cv-share.ts'
import { type PresentedCv, presentCv } from '../present-cv.ts'
import { publicBadgeAt } from '../public-badge-at.ts'
import { drawCv } from './draw-cv.ts'

/** The paper of a CV, for its person. With an address that shows it, a QR leads there; else only what is open to all anyway has a link. */
export async function printCv(ctx: Ctx, cvId: string): Promise<{ bytes: Uint8Array; name: string }> {
  const share = await findCvShare(ctx, cvId)
  const cv = await presentCv(ctx, cvId, { badgeAt: publicBadgeAt(ctx, share?.address) })
  if (!cv) throw refuse('not_found')
  const say = translate(cv.locale)
  const words = {
    title: say('cv:pdf.title', { name: cv.name }),
    verify: say('cv:pdf.verify'),
    pageOf: (page: number, pages: number) => say('cv:pdf.page', { name: cv.name, page, pages }),
  }
  return { bytes: await drawCv(cv, await readPictures(ctx, cv), words, share && { address: share.address }, ctx.now()), name: `${say('cv:pdf.file')} ${cv.name}` }
}

async function readPictures(ctx: Ctx, { badges }: PresentedCv): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  const drawn = new Map<string, Uint8Array>()
  for (const { badgeId, imageId, picture } of badges) {
    const png = (imageId && drawn.get(imageId)) || (await readPicture(ctx, imageId ? { imageId } : picture ? { importedId: badgeId } : null, 256))
    if (!png) continue
    if (imageId) drawn.set(imageId, png)
    pictures.set(badgeId, png)
  }
  return pictures
}
