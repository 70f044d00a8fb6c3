import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { formatDay } from '#kit/format-day.ts'
import { fields, formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { getOwnBooklet } from '../own-booklets.ts'
import { presentBooklet, sayIn } from '../present-booklet.ts'
import { readOwnSharing, type Sharing, shareBooklet } from '../share-booklet.ts'
import { writeSentences } from '../write-sentences.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { isFormer, ...booklet } = await getOwnBooklet(ctx, params.programmeId!)
    const { programmeId, organizationId, name } = booklet.programme
    const sharing = await readOwnSharing(ctx, { programmeId, organizationId })
    return { title: `${sayIn(ctx)('own.title')} · ${name}`, booklet: presentBooklet(ctx, booklet), isFormer, sharing: presentSharing(ctx, sharing) }
  })

function presentSharing(ctx: Ctx, sharing: Sharing) {
  if (sharing.decider === 'family') return sharing
  return { ...sharing, choices: sharing.choices.map(({ openedAt, ...choice }) => ({ ...choice, openedOn: openedAt && formatDay(openedAt, ctx.locale) })) }
}

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    const programmeId = params.programmeId!
    return formAction(form, async () => {
      const [intent, organizationId] = String(form.get('intent') ?? '').split(':')
      if (intent === 'write') await writeSentences(ctx, { programmeId, badges: startingWith(form, 'badges.'), periods: startingWith(form, 'periods.') })
      else if (intent === 'show' || intent === 'hide') await shareBooklet(ctx, { programmeId, organizationId: organizationId ?? '', isOpen: intent === 'show' })
      else throw refuse('invalid_input')
      return redirect(`/me/practice/${programmeId}/booklet?done=${intent}`)
    })
  })

const startingWith = (form: FormData, prefix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(fields(form)).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : [])))
