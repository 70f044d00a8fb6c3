import type { Ctx } from '#ctx'
import { addResource, bookletOf } from '#features/achievements/index.ts'
import { INK, MUTED, mm, openPdf, SEA } from '#kit/pdf.ts'
import type { BadgeKey } from './badges.table-data.ts'
import { type Preparation, preparations } from './exercises.table-data.ts'
import { known, type Network } from './network.ts'

/** What the physics teacher gives to get ready for each of her six badges. */
export async function prepareBadges(ctx: Ctx, network: Network): Promise<void> {
  const organizationId = known(network.organizationIds, 'genevoix')
  for (const [key, { exercises, booklet, link }] of Object.entries(preparations) as [BadgeKey, Preparation][]) {
    const place = { organizationId, achievementId: known(network.badges, key).achievementId }
    for (const { title, hint, exercise } of exercises) await addResource(ctx, { ...place, content: { kind: 'exercise', title, hint: { fr: hint }, exercise } })
    const file = bookletOf(ctx, `${booklet.title.fr}.pdf`, await drawBooklet(booklet.title.fr, booklet.points, ctx.now()))
    await addResource(ctx, { ...place, content: { kind: 'booklet', title: booklet.title }, file })
    await addResource(ctx, { ...place, content: { kind: 'link', title: link.title, address: link.address } })
  }
}

/** One page, to keep in a notebook. */
async function drawBooklet(title: string, points: readonly string[], createdAt: Date): Promise<Buffer> {
  const { doc, finish } = openPdf({ title, lang: 'fr', createdAt })
  const width = mm(210 - 50)
  doc.addPage({ size: 'A4', margins: { top: mm(25), left: mm(25), right: mm(25), bottom: mm(25) } })
  doc.font('bold').fontSize(24).fillColor(SEA).text(title, { width })
  doc.font('regular').fontSize(11).fillColor(MUTED).text('Physique-chimie, seconde · Lycée Maurice Genevoix', { width }).moveDown(2)
  for (const [index, point] of points.entries())
    doc
      .font('semibold')
      .fontSize(14)
      .fillColor(INK)
      .text(`${index + 1}.  `, { continued: true })
      .font('regular')
      .text(point, { width, lineGap: 4 })
      .moveDown(0.8)
  return Buffer.from(await finish())
}
