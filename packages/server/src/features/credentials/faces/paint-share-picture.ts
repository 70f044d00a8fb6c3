import type { Ctx } from '#ctx'
import { getVersion, nameAtLevel, readImage, renderPng } from '#features/achievements/index.ts'
import { getIssuer } from '#features/issuers/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import { drawSharePicture } from './draw-share-picture.ts'
import type { ShownCredential } from './find-face.ts'

/** The picture that goes with a link to this badge, in the language of whoever asks. */
export async function paintSharePicture(ctx: Ctx, credential: ShownCredential): Promise<Uint8Array> {
  const t = translate(ctx.locale)
  const version = await getVersion(ctx, { versionId: credential.versionId })
  const issuer = await getIssuer(ctx, { issuerId: credential.issuerId })
  const image = await readImage(ctx, version.imageId)
  const recipient = credential.recipient
  return drawSharePicture({
    badgeName: nameAtLevel(version.content, credential.levelId, ctx.locale),
    recipient:
      recipient.kind === 'named' ? t('faces:received_by', { name: recipient.name }) : recipient.kind === 'pupil' ? t('faces:received_by_pupil') : t('faces:received_badge'),
    issuedBy: t('faces:issued_by_on', { issuer: issuer.name, date: formatDay(credential.issuedAt, ctx.locale) }),
    footer: `${new URL(ctx.config.url).host} · BOAT`,
    badgePng: await renderPng(image, 512),
  })
}
