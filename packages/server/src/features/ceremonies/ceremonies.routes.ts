import { getOrganization } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import type { PlatformApi } from '#web/api.ts'
import { printCards } from './print-cards.ts'

export function registerCeremoniesRoutes(api: PlatformApi): void {
  // The form of the cards page posts here: a file is no page, and needs no script.
  api.post('/organizations/:slug/cards.pdf', async (c) => {
    const ctx = c.get('ctx')
    const slug = c.req.param('slug')
    const form = await c.req.formData()
    const credentialIds = form.getAll('credential').map(String)
    const from = new URLSearchParams(String(form.get('choice') ?? ''))
    try {
      const { id } = await getOrganization(ctx, { slug })
      const pdf = await printCards(ctx, { organizationId: id, credentialIds })
      const headers = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="cartes-${slug}.pdf"`, 'cache-control': 'private, no-store' }
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, headers)
    } catch (error) {
      // What the person can put right is said on the page they come from.
      if (!(error instanceof Refusal) || ![413, 422].includes(error.status)) throw error
      from.set('problem', error.code)
      return c.redirect(`/organizations/${encodeURIComponent(slug)}/cards?${from}`, 303)
    }
  })
}
