import { type Ctx, requirePerson } from '#ctx'
import { renderPng } from '#features/achievements/index.ts'
import { translate } from '#web/translations.ts'
import { keepOnePerBadge } from '../keep-one-per-badge.ts'
import { type CollectedBadge, listCollection } from '../list-collection.ts'
import { listSkills, type SpokenSkill } from '../list-skills.ts'
import { readPicture } from '../read-picture.ts'
import { drawBubbles, HUES, listFrameworks, MOST_BUBBLES, text } from './draw-bubbles.ts'

const INK = '#14283a'
const MUTED = '#50616e'
const MARGIN = 40
const HEAD = 110
const LINE = 30
const SMALL = 64

/** What one’s badges say, as a picture to take along: everything is in it, and nobody’s name. */
export async function drawMySkills(ctx: Ctx): Promise<string> {
  const { personId } = requirePerson(ctx)
  const skills = listSkills(keepOnePerBadge(await listCollection(ctx, personId)))
  const pictures = await readPictures(ctx, skills)
  const t = translate(ctx.locale)
  const sayCount = (count: number) => t('collection:count', { count })
  const { body, width, height } = drawBubbles({ skills, room: 'wide', sayCount, pictureAt: ({ badgeId }) => pictures.get(badgeId) })
  const legend = listFrameworks(skills.slice(0, MOST_BUBBLES)).slice(0, HUES.length)
  const foot = HEAD + height + 20
  const [fullWidth, fullHeight] = [width + 2 * MARGIN, foot + (legend.length + 1) * LINE + MARGIN]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fullWidth} ${Math.ceil(fullHeight)}" width="${fullWidth}" height="${Math.ceil(fullHeight)}">
<title>${t('collection:skills.picture_title')}</title>
<rect width="100%" height="100%" fill="#fbf7ee"/>
${text(MARGIN, 62, { size: 30, weight: 600, fill: INK, anchor: 'start' }, t('collection:skills.picture_title'))}
${text(MARGIN, 92, { size: 15, weight: 400, fill: MUTED, anchor: 'start' }, t('collection:skills.picture_says'))}
<g transform="translate(${MARGIN} ${HEAD})">${body}</g>
${legend.map((name, index) => drawLegend(name, HUES[index]!, foot + (index + 1) * LINE)).join('')}
</svg>`
}

const drawLegend = (name: string, { fill, edge }: (typeof HUES)[number], y: number): string =>
  `<circle cx="${MARGIN + 9}" cy="${y - 5}" r="9" fill="${fill}" stroke="${edge}" stroke-width="1.5"/>${text(MARGIN + 28, y, { size: 14, weight: 400, fill: INK, anchor: 'start' }, name)}`

/** As data: a picture that is taken along asks no server for anything. */
async function readPictures(ctx: Ctx, skills: readonly SpokenSkill[]): Promise<Map<string, string>> {
  const badges = new Map(skills.slice(0, MOST_BUBBLES).flatMap(({ badges }) => badges.slice(0, 3).map((badge) => [badge.badgeId, badge] as const)))
  const read = await Promise.all([...badges.values()].map(async (badge) => [badge.badgeId, await readSmall(ctx, badge)] as const))
  return new Map(read.flatMap(([badgeId, png]) => (png ? [[badgeId, `data:image/png;base64,${png.toString('base64')}`] as const] : [])))
}

async function readSmall(ctx: Ctx, { picture }: CollectedBadge): Promise<Buffer | null> {
  const png = await readPicture(ctx, picture, SMALL)
  // That of an import is kept as large as it came.
  return png && picture && 'importedId' in picture ? renderPng({ bytes: png, mediaType: 'image/png' }, SMALL) : png
}
