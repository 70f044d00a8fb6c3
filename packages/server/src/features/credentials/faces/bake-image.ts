import { bake } from '@boat/openbadges'
import { asSystem, type Ctx } from '#ctx'
import { getVersion, readImage, renderPng } from '#features/achievements/index.ts'
import type { ShownCredential } from './find-face.ts'

/** The badge's picture with the signed document inside it, as a file to keep anywhere. */
export async function bakeImage(ctx: Ctx, credential: ShownCredential, format: 'png' | 'svg'): Promise<Uint8Array> {
  const { bytes, mediaType } = await readVersionImage(ctx, credential.versionId)
  const isSvg = mediaType === 'image/svg+xml'
  if (format === 'png') return bake(isSvg ? await renderPng({ bytes, mediaType }, 512) : bytes, credential.document)
  return bake(isSvg ? bytes : wrapInSvg(bytes), credential.document)
}

export async function readVersionImage(ctx: Ctx, versionId: string) {
  const { imageId } = await getVersion(ctx, { versionId })
  return readImage(asSystem(ctx), imageId)
}

function wrapInSvg(png: Uint8Array): Uint8Array {
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 512 512"><image width="512" height="512" xlink:href="${address}"/></svg>`,
  )
}
