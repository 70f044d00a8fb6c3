import type { Context } from 'hono'
import type { Ctx } from '#ctx'
import { getOrganization } from '#features/organizations/index.ts'
import { Refusal, refuse } from '#kit/errors.ts'
import type { PlatformApi } from '#web/api.ts'
import { registerAccessCards } from './access-cards.route.ts'
import { PaperForm, PrintForm } from './ceremonies.schema.ts'
import { getCeremony } from './planning/get-ceremony.ts'
import { printCards, reprintCards } from './print-cards.ts'
import { printPaper } from './print-paper.ts'
import { printRunSheet } from './print-run-sheet.ts'

export function registerCeremoniesRoutes(api: PlatformApi): void {
  registerAccessCards(api)
  // The form of the cards page posts here: a file is no page, and needs no script.
  api.post('/organizations/:slug/cards.pdf', async (c) => {
    const ctx = c.get('ctx')
    const slug = c.req.param('slug')
    const form = await c.req.formData()
    const asked = PrintForm.parse({ ...Object.fromEntries(form), credential: form.getAll('credential') })
    const from = new URLSearchParams(asked.choice)
    from.set('sheet', asked.sheet)
    const back = () => c.redirect(`/organizations/${encodeURIComponent(slug)}/cards?${from}`, 303)
    if (asked.tick) {
      from.set('tick', 'all')
      return back()
    }
    try {
      const { id } = await getOrganization(ctx, { slug })
      const { pdf, sheet } = await print(ctx, id, asked)
      return sendPdf(c, pdf, `${sheet}-${slug}`)
    } catch (error) {
      // What the person can put right is said on the page they come from.
      if (!(error instanceof Refusal) || ![413, 422].includes(error.status)) throw error
      from.set('problem', error.code)
      return back()
    }
  })

  api.post('/organizations/:slug/ceremonies/:ceremonyId/paper.pdf', async (c) => {
    const ctx = c.get('ctx')
    const { slug, ceremonyId } = c.req.param()
    const { sheet, slips, className } = PaperForm.parse(Object.fromEntries(await c.req.formData()))
    try {
      await demandOf(ctx, slug, ceremonyId)
      const pdf = await printPaper(ctx, { ceremonyId, sheet, withSlips: slips !== undefined, ...(className !== '*' && { className }) })
      return sendPdf(c, pdf, `${sheet}-${slug}`)
    } catch (error) {
      if (!(error instanceof Refusal) || ![409, 413, 422].includes(error.status)) throw error
      return c.redirect(`/organizations/${encodeURIComponent(slug)}/ceremonies/${ceremonyId}/paper?${new URLSearchParams({ sheet, problem: error.code })}`, 303)
    }
  })

  api.get('/organizations/:slug/ceremonies/:ceremonyId/run-sheet.pdf', async (c) => {
    const ctx = c.get('ctx')
    const { slug, ceremonyId } = c.req.param()
    await demandOf(ctx, slug, ceremonyId)
    return sendPdf(c, await printRunSheet(ctx, ceremonyId), `run-sheet-${slug}`)
  })
}

/** A ceremony at the address of its own structure. */
async function demandOf(ctx: Ctx, slug: string, ceremonyId: string): Promise<void> {
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  const { id: organizationId } = await getOrganization(ctx, { slug })
  await getCeremony(ctx, { ceremonyId, organizationId })
}

const sendPdf = (c: Context, pdf: Uint8Array, name: string) =>
  c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}.pdf"`,
    'cache-control': 'private, no-store',
  })

/** A lost card is always printed again as a card, whatever was chosen for the others. */
async function print(ctx: Ctx, organizationId: string, { lost, person, sheet, slips, credential }: PrintForm) {
  if (lost) return { sheet: 'cards', pdf: await printCards(ctx, { organizationId, credentialIds: [lost] }) }
  if (person) return { sheet: 'cards', pdf: await reprintCards(ctx, { organizationId, personId: person }) }
  return { sheet, pdf: await printCards(ctx, { organizationId, credentialIds: credential, sheet, withSlips: slips !== undefined }) }
}
