import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { getCohort } from '../cohorts/list-cohorts.ts'
import { schoolYearOf } from '../cohorts/school-year.ts'
import { previewRoster } from '../imports/preview-roster.ts'
import { ROSTER_LIMITS } from '../roster/index.ts'
import { inOrganization } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, can, title }) => {
    const cohortId = new URL(args.request.url).searchParams.get('cohort')
    const cohort = cohortId ? await getCohort(ctx, cohortId) : null
    if (cohort && cohort.organizationId !== organization.id) throw refuse('not_found')
    const now = ctx.now()
    const years = [schoolYearOf(now), schoolYearOf(new Date(now.getTime() + 366 * 86_400_000))]
    return { title: title('import.title'), organization, can, cohort: cohort && { id: cohort.id, name: cohort.name }, years }
  })

const FORM_OVERHEAD = 100_000

export const action = (args: ActionFunctionArgs) =>
  inOrganization(args, 'manage-people', async ({ ctx, organization, home }) => {
    // Before anything of it is read into memory.
    if (Number(args.request.headers.get('content-length') ?? 0) > ROSTER_LIMITS.bytes * 3 + FORM_OVERHEAD) throw refuse('too_large')
    const form = await args.request.formData()
    return formAction(form, async () => {
      const { fileName, bytes } = await readList(form)
      const cohortId = text(form, 'cohortId')
      const { importId } = await previewRoster(ctx, {
        organizationId: organization.id,
        fileName,
        bytes,
        isPupil: form.get('who') !== 'staff',
        schoolYear: text(form, 'schoolYear') || undefined,
        ...(cohortId && { cohortId }),
      })
      return redirect(`${home}/import/${importId}`)
    })
  })

async function readList(form: FormData): Promise<{ fileName: string; bytes: Uint8Array }> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  return { fileName: '', bytes: new TextEncoder().encode(text(form, 'pasted').trim()) }
}
