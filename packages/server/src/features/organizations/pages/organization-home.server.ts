import type { LoaderFunctionArgs } from 'react-router'
import { listCohorts } from '../cohorts/list-cohorts.ts'
import { countSeats } from '../count-seats.ts'
import { findMemberView } from '../find-member-view.ts'
import { enterOrganization, getOrganization } from '../get-organization.ts'
import { findPupilView, summarizeOrganization } from '../summarize-organization.ts'
import { signedIn } from './in-organization.ts'

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const slug = args.params.slug!
    const { id, name, archivedAt } = await getOrganization(ctx, { slug })
    const pupil = await findPupilView(ctx, id)
    if (pupil) return { title: name, who: 'pupil' as const, organization: { slug, name, isArchived: archivedAt !== null }, pupil, seats: await countSeats(ctx, id) }
    const { organization, can } = await enterOrganization(ctx, slug, 'view')
    const shown = { title: name, organization, can, seats: await countSeats(ctx, id) }
    if (!can.design && !can.issue && !can.managePeople) return { ...shown, who: 'member' as const, member: await findMemberView(ctx, id) }
    const [summary, cohorts] = await Promise.all([summarizeOrganization(ctx, id), can.viewPeople ? listCohorts(ctx, id) : []])
    return { ...shown, who: 'staff' as const, summary, cohorts: cohorts.slice(0, 8) }
  })
