import { redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { inLanguage, listResources } from '#features/achievements/index.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { bringRemarkBack, putRemarkAway, raiseRemark, rewordRemark } from '../../attempts/arrange-remarks.ts'
import { addRemark, listRemarks, type Remark } from '../../attempts/remarks.ts'
import { readBadges } from '../../programmes/get-programme.ts'
import { type Args, inProgramme } from '../../programmes/pages/enter.ts'

export const loader = (args: Args) =>
  inProgramme(args, async ({ ctx, organization, can, programme, here }) => {
    const badges = await readBadges(ctx, programme.id)
    const bank = { organizationId: organization.id, achievementIds: badges.map(({ achievementId }) => achievementId) }
    const [remarks, away, resources] = await Promise.all([
      listRemarks(ctx, bank),
      listRemarks(ctx, { ...bank, isAway: true }),
      Promise.all(bank.achievementIds.map((achievementId) => presentResources(ctx, achievementId))),
    ])
    const of = (list: readonly Remark[], id: string) => list.filter(({ achievementId }) => achievementId === id)
    return {
      title: translate(ctx.locale)('lesson:remarks.title', { programme: programme.name }),
      organization,
      can,
      here,
      programmeName: programme.name,
      asked: new URL(args.request.url).searchParams.get('badge') ?? badges[0]?.achievementId ?? '',
      badges: badges.map(({ achievementId, imageId, content }, i) => ({
        achievementId,
        imageId,
        name: inLanguage(content.name, ctx.locale),
        remarks: of(remarks, achievementId),
        away: of(away, achievementId),
        resources: resources[i]!,
      })),
    }
  })
export type BadgeBank = Awaited<ReturnType<typeof loader>>['badges'][number]

const presentResources = async (ctx: Ctx, achievementId: string) =>
  (await listResources(ctx, achievementId)).map(({ resourceId, title }) => ({ resourceId, title: inLanguage(title, ctx.locale) }))

const ARRANGE = { raise: raiseRemark, away: putRemarkAway, back: bringRemarkBack }

export const action = (args: Args) =>
  inProgramme(args, async ({ ctx, organization, here }) => {
    const form = await args.request.formData()
    const achievementId = text(form, 'achievementId')
    return formAction(form, async () => {
      const intent = text(form, 'intent')
      const which = { organizationId: organization.id, achievementId, remarkId: text(form, 'remarkId') }
      const words = { ...which, text: text(form, 'text'), resourceId: text(form, 'resourceId') || undefined }
      if (intent === 'raise' || intent === 'away' || intent === 'back') await ARRANGE[intent](ctx, which)
      else if (intent === 'reword') await rewordRemark(ctx, words)
      else await addRemark(ctx, words)
      return redirect(`${here}/remarks?badge=${achievementId}&done=${intent in ARRANGE || intent === 'reword' ? intent : 'added'}`)
    })
  })
