import type { Ctx } from '#ctx'
import { getOrganization } from '#features/organizations/index.ts'
import type { AchievementVersion } from './get-version.ts'
import { drawSharePicture } from './images/draw-share-picture.ts'
import { readImageAsPng } from './read-image-as-png.ts'

/** What messaging and social networks show of a badge: its image, its name, who issues it. */
export async function drawCard(ctx: Ctx, version: AchievementVersion): Promise<Buffer> {
  const [organization, image] = await Promise.all([getOrganization(ctx, { id: version.organizationId }), readImageAsPng(ctx, version.imageId, 512)])
  return drawSharePicture({
    title: version.content.name.fr,
    lines: [organization.name, organization.commune?.name ?? ''],
    footer: new URL(ctx.config.url).host,
    badgePng: image.bytes,
  })
}
