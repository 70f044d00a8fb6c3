import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { SEQUENCE_LENGTH } from '#features/accounts/accounts.schema.ts'
import { assertGoodSecret, closeSession, findShellPerson, noSessionCookie } from '#features/accounts/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import { formAction, orProblemPage, pageCtx } from '#web/page.ts'
import { redirectSignedIn, visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { enterWithAccessCard, joinWithAccessCard } from '../access-cards/enter-with-access-card.ts'
import { type FoundAccessCard, findAccessCard } from '../access-cards/find-access-card.ts'
import { suggestPassword } from '../suggest-password.ts'
import { isStillPicking, readPicking, readSecret, readShared } from './secrets/read-secret.ts'

/** `address`: nothing to choose, they sign in with the address they have by now. */
type Step = 'choose' | 'sign-in' | 'another' | 'address'

export async function loader({ params, context, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const t = translate(ctx.locale)
  try {
    const card = await findAccessCard(ctx, { code: params.code ?? '', clientAddress: visitor(context).address })
    if (ctx.actor.kind === 'person' && ctx.actor.personId === card.personId) return redirect('/')
    const way = new URL(request.url).searchParams.get('with') === 'words' ? ('words' as const) : ('pictures' as const)
    return {
      isKnown: true as const,
      title: t('passports:card.page_title', { name: card.givenName }),
      step: stepOf(ctx, card),
      way,
      givenName: card.givenName,
      organizationName: (await getOrganization(ctx, { id: card.organizationId })).name,
      secretKind: card.secretKind ?? ('pictures' as const),
      signedIn: (await findShellPerson(ctx))?.givenName ?? '',
      suggestion: suggestPassword(ctx.locale),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const key = keyOf(error)
    return data({ isKnown: false as const, key, title: t(`passports:claim.${key}.title`) }, { status: error.status === 400 ? 404 : error.status })
  }
}

const keyOf = ({ code, status }: Refusal) =>
  status === 429 ? ('too_many' as const) : code === 'claim_replaced' ? ('replaced' as const) : code === 'claim_expired' ? ('expired' as const) : ('unknown' as const)

function stepOf(ctx: Ctx, { secretKind, mayChoose }: FoundAccessCard): Step {
  if (ctx.actor.kind === 'person') return 'another'
  if (secretKind) return 'sign-in'
  return mayChoose ? 'choose' : 'address'
}

export async function action({ params, context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const code = params.code ?? ''
  const who = visitor(context)
  return orProblemPage(request, () =>
    formAction(form, async () => {
      const intent = form.get('intent')
      if (intent === 'change-person') {
        if (ctx.actor.kind === 'person') await closeSession(ctx)
        return redirect(`/cards/${encodeURIComponent(code)}`, { headers: { 'set-cookie': noSessionCookie(ctx) } })
      }
      if (intent === 'pick' || isStillPicking(form)) return pick(form)
      const entry = { code, secret: readSecret(form), isShared: readShared(form) }
      return redirectSignedIn(ctx, await (intent === 'card-sign-in' ? enterWithAccessCard : joinWithAccessCard)(ctx, entry, who), '/')
    }),
  )
}

/** One more picture; four that are too easy are refused before they are shown as chosen. */
export function pick(form: FormData) {
  const picking = readPicking(form)
  if (picking.picked.length === SEQUENCE_LENGTH) assertGoodSecret({ kind: 'pictures', pictures: picking.picked }, [])
  return picking
}
