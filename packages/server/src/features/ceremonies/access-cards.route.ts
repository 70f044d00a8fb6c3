import { getOrganization } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import type { PlatformApi } from '#web/api.ts'
import { AccessPrintForm } from './ceremonies.schema.ts'
import { printAccessCards } from './print-access-cards.ts'

/** The pages of a class and of a pupil post here: a file is no page, and needs no script. */
export function registerAccessCards(api: PlatformApi): void {
  api.post('/organizations/:slug/access-cards.pdf', async (c) => {
    const ctx = c.get('ctx')
    const slug = c.req.param('slug')
    const form = await c.req.formData()
    const { cohort, layout, person, forgotten } = AccessPrintForm.parse({ ...Object.fromEntries(form), person: form.getAll('person') })
    try {
      const { id: organizationId } = await getOrganization(ctx, { slug })
      const who = forgotten ? { personIds: [forgotten], isForgotten: true } : { personIds: person }
      const pdf = await printAccessCards(ctx, { organizationId, cohortId: cohort, layout, ...who })
      const headers = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="access-cards-${slug}.pdf"`, 'cache-control': 'private, no-store' }
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, headers)
    } catch (error) {
      // What the person can put right is said on the page they come from.
      if (!cohort || !(error instanceof Refusal) || ![413, 422].includes(error.status)) throw error
      return c.redirect(`/organizations/${encodeURIComponent(slug)}/cohorts/${cohort}/access-cards?problem=${error.code}`, 303)
    }
  })
}
