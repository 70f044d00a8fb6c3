import { getOrganization } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import type { PlatformApi } from '#web/api.ts'
import { demandKeeper } from './departure-rows.ts'
import { DepartureForm } from './departures.schema.ts'
import { demandCohortOf } from './list-leaving-class.ts'
import { printDepartures } from './print-departures.ts'

export function registerDeparturesRoutes(api: PlatformApi): void {
  // The form of a class that leaves posts here: a file is no page, and needs no script.
  api.post('/organizations/:slug/departures.pdf', async (c) => {
    const ctx = c.get('ctx')
    const slug = c.req.param('slug')
    const form = await c.req.formData()
    const { id: organizationId } = await getOrganization(ctx, { slug })
    await demandKeeper(ctx, organizationId)
    const { kind, destination, person } = DepartureForm.parse({ ...Object.fromEntries(form), person: form.getAll('person') })
    const cohortId = String(form.get('cohort') ?? '')
    await demandCohortOf(ctx, organizationId, cohortId)
    try {
      const pdf = await printDepartures(ctx, { organizationId, cohortId, kind, destinationId: destination, personIds: person })
      const headers = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="departs-${slug}.pdf"`, 'cache-control': 'private, no-store' }
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, headers)
    } catch (error) {
      // What the person can put right is said on the page they come from.
      if (!(error instanceof Refusal) || ![409, 413, 422].includes(error.status)) throw error
      const search = new URLSearchParams({ problem: error.code, kind, ...(destination && { destination }) })
      if (typeof error.detail?.names === 'string') search.set('names', error.detail.names)
      for (const personId of person) search.append('person', personId)
      return c.redirect(`/organizations/${encodeURIComponent(slug)}/departures/${cohortId}?${search}`, 303)
    }
  })
}
