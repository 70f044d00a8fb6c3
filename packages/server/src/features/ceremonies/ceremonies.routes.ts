import type { Ctx } from '#ctx'
import { getOrganization } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import type { PlatformApi } from '#web/api.ts'
import { registerAccessCards } from './access-cards.route.ts'
import { PrintForm } from './ceremonies.schema.ts'
import { printCards, reprintCards } from './print-cards.ts'

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
      const headers = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${sheet}-${slug}.pdf"`, 'cache-control': 'private, no-store' }
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, headers)
    } catch (error) {
      // What the person can put right is said on the page they come from.
      if (!(error instanceof Refusal) || ![413, 422].includes(error.status)) throw error
      from.set('problem', error.code)
      return back()
    }
  })
}

/** A lost card is always printed again as a card, whatever was chosen for the others. */
async function print(ctx: Ctx, organizationId: string, { lost, person, sheet, slips, credential }: PrintForm) {
  if (lost) return { sheet: 'cards', pdf: await printCards(ctx, { organizationId, credentialIds: [lost] }) }
  if (person) return { sheet: 'cards', pdf: await reprintCards(ctx, { organizationId, personId: person }) }
  return { sheet, pdf: await printCards(ctx, { organizationId, credentialIds: credential, sheet, withSlips: slips !== undefined }) }
}
