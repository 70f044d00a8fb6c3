import { getOrganization } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import type { PlatformApi } from '#web/api.ts'
import { exportChildArchive } from './consent/export-child-archive.ts'
import { PrintForm } from './guardians.schema.ts'
import { printFamilySlips } from './school/print-family-slips.ts'

export function registerGuardiansRoutes(api: PlatformApi): void {
  api.get('/me/children/:childId/archive.zip', async (c) => {
    const { fileName, body } = await exportChildArchive(c.get('ctx'), c.req.param('childId'))
    return c.body(body, 200, { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${fileName}"`, 'cache-control': 'private, no-store' })
  })

  // The forms of the pages for families post here: a file is no page, and needs no script.
  api.post('/organizations/:slug/families.pdf', async (c) => {
    const ctx = c.get('ctx')
    const slug = c.req.param('slug')
    const form = await c.req.formData()
    const { child, copies, language, renew, cohort } = PrintForm.parse({ ...Object.fromEntries(form), child: form.getAll('child') })
    try {
      const { id } = await getOrganization(ctx, { slug })
      const pdf = await printFamilySlips(ctx, { organizationId: id, childIds: child, copies, language, renew })
      const headers = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="families-${slug}.pdf"`, 'cache-control': 'private, no-store' }
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, headers)
    } catch (error) {
      // What the person can put right is said on the page they come from.
      const from = cohort ? `cohorts/${cohort}/families` : child[0] && `families/${child[0]}`
      if (!(error instanceof Refusal) || ![409, 413, 422].includes(error.status) || !from) throw error
      return c.redirect(`/organizations/${encodeURIComponent(slug)}/${from}?problem=${error.code}`, 303)
    }
  })
}
