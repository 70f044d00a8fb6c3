import type { LoaderFunctionArgs } from 'react-router'
import { listCohorts } from '../cohorts/list-cohorts.ts'
import { enterOrganization, getOrganization } from '../get-organization.ts'
import { findPupilView, summarizeOrganization } from '../summarize-organization.ts'
import { signedIn } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const slug = args.params.slug!
    const { id, name } = await getOrganization(ctx, { slug })
    const pupil = await findPupilView(ctx, id)
    if (pupil) return { title: name, isStaff: false as const, organization: { slug, name }, pupil }
    const { organization, can } = await enterOrganization(ctx, slug, 'view')
    const [summary, cohorts] = await Promise.all([summarizeOrganization(ctx, id), listCohorts(ctx, id)])
    return { title: name, isStaff: true as const, organization, can, summary, cohorts: cohorts.slice(0, 8) }
  })
