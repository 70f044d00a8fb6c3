import type { Ctx } from '#ctx'
import { refuse } from './ceremonies.errors.ts'
import { MAX_CARDS } from './ceremonies.schema.ts'
import { drawCutMarks, drawFolds } from './sheets/cut-marks.ts'
import { drawGrid } from './sheets/draw-grid.ts'
import { drawSlip, type Slip, type SlipLayout } from './sheets/draw-slip.ts'
import { SLIP_LAYOUTS } from './sheets/layouts.table-data.ts'
import { openDocument } from './sheets/open-document.ts'

/**
 * A PDF of papers to cut out and hand over, on A4: `cards` eight on a sheet, `a6` four, `slips` three, `a5` two. The words are the caller's, in the language of
 * whoever reads them; so is the right to print them.
 */
export async function printSlips(
  ctx: Pick<Ctx, 'locale' | 'now'>,
  { title, slips, layout: name = 'slips' }: { title: string; slips: readonly Slip[]; layout?: SlipLayout },
): Promise<Uint8Array> {
  if (slips.length === 0) throw refuse('no_cards')
  if (slips.length > MAX_CARDS) throw refuse('too_many_cards', { max: MAX_CARDS })
  const layout = SLIP_LAYOUTS[name]
  const { doc, finish } = openDocument({ title, lang: ctx.locale }, ctx.now())
  const drawMarks = name === 'cards' ? drawCutMarks : drawFolds
  await drawGrid(doc, slips, layout, { draw: (doc, slip) => drawSlip(doc, slip, name, layout), drawMarks })
  return finish()
}
