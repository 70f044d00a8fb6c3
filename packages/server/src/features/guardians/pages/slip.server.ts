import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { closeSession, findShellPerson, noSessionCookie } from '#features/accounts/index.ts'
import { listMyOrganizations } from '#features/organizations/index.ts'
import { suggestPassword } from '#features/passports/index.ts'
import { Refusal } from '#kit/errors.ts'
import { fields, formAction, orProblemPage, pageCtx } from '#web/page.ts'
import { redirectSignedIn, visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { AddInput, DeclarationInput, JoinInput, ProofInput, SlipSignInInput } from '../guardians.schema.ts'
import { type FoundSlip, findSlip } from '../slips/find-slip.ts'
import { addChild, addChildWithFormerSlip, type Entered, joinAsGuardian, signInWithSlip } from '../slips/join-as-guardian.ts'
import { proveSlip } from '../slips/prove-slip.ts'

/** `prove`: who comes, and knows what only the family knows; `pupil`: a child is signed in here. */
export type Step = 'prove' | 'pupil' | 'mine' | 'another' | 'sign-in' | 'void' | 'expired' | 'blocked'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const t = translate(ctx.locale)
  try {
    const slip = await findSlip(ctx, { code: params.code ?? '', clientAddress: visitor(context).address })
    const person = await findShellPerson(ctx)
    return {
      isKnown: true as const,
      title: t('guardians:open.page_title', { organization: slip.organizationName }),
      step: await chooseStep(ctx, slip),
      // Of the child, nothing: whoever found the paper learns whose school it is.
      organizationName: slip.organizationName,
      factKind: slip.factKind,
      signedIn: person?.givenName ?? null,
      suggestion: suggestPassword(ctx.locale),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const key = error.status === 429 ? ('too_many' as const) : ('unknown' as const)
    return data({ isKnown: false as const, key, title: t(`guardians:open.${key}.title`) }, { status: error.status === 429 ? 429 : 404 })
  }
}

async function chooseStep(ctx: Ctx, { state, guardianId }: FoundSlip): Promise<Step> {
  if (state === 'used') return ctx.actor.kind !== 'person' ? 'sign-in' : ctx.actor.personId === guardianId ? 'mine' : 'another'
  if (state !== 'open') return state
  return ctx.actor.kind === 'person' && (await listMyOrganizations(ctx)).some(({ isPupil }) => isPupil) ? 'pupil' : 'prove'
}

export async function action({ params, context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const code = params.code ?? ''
  const input = { ...fields(form), code }
  const who = visitor(context)
  return orProblemPage(request, () =>
    formAction(form, async () => {
      switch (form.get('intent')) {
        case 'prove': {
          const { fact } = ProofInput.parse(input)
          const { givenName } = await proveSlip(ctx, { code, fact, clientAddress: who.address })
          return { proven: { fact, childName: givenName } }
        }
        case 'add':
          await addChild(ctx, DeclarationInput.parse(input), who.address)
          return redirect('/me/children?done=added')
        case 'add-with-former':
          return enter(ctx, await addChildWithFormerSlip(ctx, AddInput.parse(input), who), 'added')
        case 'sign-in':
          return enter(ctx, await signInWithSlip(ctx, SlipSignInInput.parse(input), who), 'back')
        case 'change-person':
          if (ctx.actor.kind === 'person') await closeSession(ctx)
          return redirect(`/family/${encodeURIComponent(code)}`, { headers: { 'set-cookie': noSessionCookie(ctx) } })
        default:
          return enter(ctx, await joinAsGuardian(ctx, JoinInput.parse(input), who), 'joined')
      }
    }),
  )
}

const enter = (ctx: Ctx, { session }: Entered, done: string) => redirectSignedIn(ctx, session, `/me/children?done=${done}`)
