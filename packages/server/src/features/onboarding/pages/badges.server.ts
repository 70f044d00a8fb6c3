import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { drawBadge, inLanguage, renderMarkdown } from '#features/achievements/index.ts'
import { formAction } from '#web/page.ts'
import { adoptBadges } from '../badges/adopt-badges.ts'
import { listReadyBadges } from '../badges/list-ready-badges.ts'
import { readyBadges } from '../badges/ready-badges.ts'
import { leading } from './leading.ts'

export const loader = (args: LoaderFunctionArgs) =>
  leading(args, async ({ ctx, organization, t, shell }) => ({
    ...shell(t('badges.title')),
    badges: (await listReadyBadges(ctx, organization.id)).map((line) => {
      const { content, design } = readyBadges[line.key]
      return {
        ...line,
        name: inLanguage(content.name, ctx.locale),
        description: inLanguage(content.description, ctx.locale),
        criteria: renderMarkdown(inLanguage(content.criteria, ctx.locale)),
        picture: `data:image/svg+xml;base64,${Buffer.from(drawBadge(design, { title: '' })).toString('base64')}`,
      }
    }),
  }))

export const action = (args: ActionFunctionArgs) =>
  leading(args, async ({ ctx, organization, home }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const isPublished = form.get('intent') === 'publish'
      const { adopted } = await adoptBadges(ctx, { organizationId: organization.id, chosen: form.getAll('badge').map(String), isPublished })
      return redirect(`${home}/badges?done=${adopted === 0 ? 'nothing_new' : isPublished ? 'published' : 'adopted'}`)
    })
  })
