import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { inLanguage } from '#features/achievements/index.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { copySharedProgramme, getSharedProgramme } from '../shared-programmes.ts'
import { inStructure } from './enter.ts'
import { sayDay } from './present.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, home }) => {
    const shared = await getSharedProgramme(ctx, { organizationId: organization.id, programmeId: args.params.sharedProgrammeId! })
    const nameOf = (id: string) => inLanguage(shared.badges.find(({ achievementId }) => achievementId === id)!.content.name, ctx.locale)
    return {
      title: `${shared.name} · ${translate(ctx.locale)('practice:library.title')}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      home,
      shared: {
        name: shared.name,
        description: shared.description,
        schoolYear: shared.schoolYear,
        organizationName: shared.organizationName,
        remarkCount: shared.remarkCount,
        periods: shared.periods.map(({ periodId, name, startsOn, endsOn, required }) => ({
          periodId,
          name,
          required,
          from: sayDay(startsOn, ctx.locale),
          to: sayDay(endsOn, ctx.locale),
        })),
        badges: shared.badges.map(({ achievementId, imageId, requiredIds, standing, authorName, content }) => ({
          achievementId,
          imageId,
          name: nameOf(achievementId),
          description: inLanguage(content.description, ctx.locale),
          first: requiredIds.map(nameOf),
          standing,
          authorName,
        })),
      },
    }
  })

export const action = (args: ActionFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, home }) =>
    formAction(await args.request.formData(), async () => {
      const { programmeId } = await copySharedProgramme(ctx, { organizationId: organization.id, programmeId: args.params.sharedProgrammeId! })
      return redirect(`${home}/${programmeId}/edit?done=taken`)
    }),
  )
