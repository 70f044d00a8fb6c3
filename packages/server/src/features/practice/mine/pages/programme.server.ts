import type { LoaderFunctionArgs } from 'react-router'
import { inLanguage, levelName } from '#features/achievements/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { listOpenHelps } from '../../helping/list-my-helps.ts'
import { aimOf } from '../aim.ts'
import { getMyProgramme, statesOf } from '../get-my-programme.ts'
import { listMyProgrammes } from '../list-my-programmes.ts'
import { sayDay } from './present.ts'

/** The badges of one's own programme, and what is still before one. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { programme, badges, periods } = await getMyProgramme(ctx, params.programmeId!)
    const [organization, all, helps] = await Promise.all([
      getOrganization(ctx, { id: programme.organization_id }),
      listMyProgrammes(ctx),
      listOpenHelps(ctx, { programmeId: programme.id, personId: programme.personId }),
    ])
    const aim = aimOf(periods)
    const say = (text: { fr: string; en?: string | undefined }) => inLanguage(text, ctx.locale)
    return {
      title: programme.name,
      programmeId: programme.id,
      name: programme.name,
      description: programme.description,
      organizationName: organization.name,
      isArchived: programme.archived_at !== null,
      isOnly: all.length < 2,
      aim: {
        ...aim,
        ...('next' in aim && { next: aim.next ?? 'none' }),
        ...('endsOn' in aim && { day: sayDay(aim.endsOn, ctx.locale) }),
        ...('startsOn' in aim && { day: sayDay(aim.startsOn, ctx.locale) }),
      },
      states: statesOf(badges),
      badges: badges.map(({ achievementId, imageId, content, state, levelId, missing }) => ({
        achievementId,
        imageId,
        imageAlt: say(content.imageAlt),
        name: say(content.name),
        state,
        level: levelName(content, levelId, ctx.locale),
        first: missing.map((badge) => say(badge.content.name)),
      })),
      asked: helps.filter(({ isAsked }) => isAsked).map(({ helpId, achievementId, name, isHelper }) => ({ helpId, achievementId, name, isHelper })),
    }
  })
}
