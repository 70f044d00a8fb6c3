import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import { as, type Ctx } from '#ctx'
import { closeSession, findPersonByEmail, findShellPerson, noSessionCookie, requestLink } from '#features/accounts/index.ts'
import { getVersion, inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { Refusal } from '#kit/errors.ts'
import { fields, formAction, orProblemPage, pageCtx } from '#web/page.ts'
import { redirectSignedIn, visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'
import { isAccessCode } from '../access-cards/find-access-card.ts'
import { claimCredential } from '../claim-credential.ts'
import { type FoundClaim, findClaim } from '../find-claim.ts'
import { findHandover } from '../find-handover.ts'
import { type Joined, joinWithClaim } from '../join-with-claim.ts'
import { CardSignInInput, JoinInput } from '../passports.schema.ts'
import { signInWithCard } from '../sign-in-with-card.ts'
import { suggestPassword } from '../suggest-password.ts'
import { pick } from './card.server.ts'
import { isStillPicking, readPicking, readSecret, readShared } from './secrets/read-secret.ts'

/** What the page offers, given who looks and what became of the code. */
export type Step = 'take' | 'another' | 'choose' | 'card-sign-in' | 'join' | 'sign-in' | 'mine' | 'used'

const UNKNOWN: Record<string, { key: 'too_many' | 'not_yet'; status: number }> = {
  too_many_requests: { key: 'too_many', status: 429 },
  claim_not_yet: { key: 'not_yet', status: 200 },
}

export async function loader({ params, context, request }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  const t = translate(ctx.locale)
  const input = { code: params.code ?? '', clientAddress: visitor(context).address }
  const tell = (key: 'too_many' | 'not_yet' | 'unknown' | 'replaced' | 'expired', status: number, handover?: Awaited<ReturnType<typeof findHandover>>) =>
    data({ isKnown: false as const, key, code: input.code, handover, title: t(`passports:claim.${key}.title`) }, { status })
  try {
    if (await isAccessCode(ctx, input)) return redirect(`/cards/${encodeURIComponent(input.code)}`)
    const claim = await findClaim(ctx, input)
    // Whoever finds a card that is void learns nothing from it.
    if (!claim.isMine && (claim.state === 'replaced' || claim.state === 'expired')) return tell(claim.state, 410)
    const way = new URL(request.url).searchParams.get('with') === 'words' ? ('words' as const) : ('pictures' as const)
    return { isKnown: true as const, code: params.code!, handover: await findHandover(ctx, params.code!), ...(await present(ctx, claim, way)) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { key, status } = UNKNOWN[error.code] ?? { key: 'unknown' as const, status: 404 }
    return tell(key, status, key === 'not_yet' ? await findHandover(ctx, params.code!) : undefined)
  }
}

async function present(ctx: Ctx, claim: FoundClaim, way: 'pictures' | 'words') {
  const version = await getVersion(ctx, { versionId: claim.versionId })
  const organization = await getOrganization(ctx, { id: claim.organizationId })
  const person = await findShellPerson(ctx)
  const step = await chooseStep(ctx, claim)
  const { content } = version
  const badge = {
    name: nameAtLevel(content, claim.levelId, ctx.locale),
    description: inLanguage(content.description, ctx.locale),
    imageId: version.imageId,
    imageAlt: inLanguage(content.imageAlt, ctx.locale),
  }
  // Never more than the first name: whoever finds a card learns nothing else.
  const givenName = claim.recipient?.givenName ?? ''
  const title = givenName ? { key: 'page_title', values: { badge: badge.name, name: givenName } } : { key: 'page_title_unnamed', values: { badge: badge.name } }
  return {
    title: translate(ctx.locale)(`passports:claim.${title.key}`, title.values),
    step,
    badge,
    organizationName: organization.name,
    givenName,
    tone: claim.recipient?.isPupil ? ('tu' as const) : ('vous' as const),
    channel: claim.channel,
    credentialId: step === 'mine' ? claim.credentialId : null,
    signedIn: person?.givenName ?? null,
    // The address is shown only to whoever holds what was sent to it, while it is still good.
    email: claim.channel === 'mail' && claim.state === 'open' ? claim.email : null,
    /** A pupil may choose pictures; who has no card signs in with words. */
    way: claim.recipient?.isPupil && claim.channel === 'card' ? way : null,
    secretKind: claim.recipient?.secretKind ?? ('password' as const),
    mayChooseAgain: step === 'card-sign-in' && claim.state === 'open' && claim.recipient?.mayChoosePassword === true,
    suggestion: suggestPassword(ctx.locale),
  }
}

async function chooseStep(ctx: Ctx, claim: FoundClaim): Promise<Step> {
  const { state, recipient, channel } = claim
  if (claim.isMine) return 'mine'
  const isSignedIn = ctx.actor.kind === 'person'
  if (state === 'used') return channel === 'card' && recipient?.hasAccount && !isSignedIn ? 'card-sign-in' : 'used'
  if (ctx.actor.kind === 'person') return recipient && recipient.personId !== ctx.actor.personId ? 'another' : 'take'
  if (channel === 'card') return !recipient ? 'join' : recipient.hasAccount ? 'card-sign-in' : recipient.mayChoosePassword ? 'choose' : 'sign-in'
  if (recipient?.hasAccount || (claim.email && (await findPersonByEmail(ctx, claim.email)))) return 'sign-in'
  return recipient ? 'choose' : 'join'
}

export async function action({ params, context, request }: ActionFunctionArgs) {
  const ctx = pageCtx(context)
  const form = await request.formData()
  const code = params.code ?? ''
  const who = visitor(context)
  return orProblemPage(request, () =>
    formAction(form, async () => {
      switch (form.get('intent')) {
        case 'take': {
          const { credentialId } = await claimCredential(ctx, { code, clientAddress: who.address })
          return redirect(`/me/badges/${credentialId}?done=claimed`)
        }
        case 'change-person':
          if (ctx.actor.kind === 'person') await closeSession(ctx)
          return redirect(`/claim/${encodeURIComponent(code)}`, { headers: { 'set-cookie': noSessionCookie(ctx) } })
        case 'pick':
          return pick(form)
        case 'card-sign-in':
          if (isStillPicking(form)) return readPicking(form)
          return enter(ctx, await signInWithCard(ctx, CardSignInInput.parse(readEntry(form, code)), who), 'claimed')
        default: {
          const join = JoinInput.parse({ ...fields(form), ...readEntry(form, code) })
          const joined = await joinWithClaim(ctx, join, who)
          return enter(ctx, joined, (await askToVerify(ctx, joined, join.email, who.address)) ? 'check_mail' : 'claimed')
        }
      }
    }),
  )
}

const readEntry = (form: FormData, code: string) => ({ code, secret: readSecret(form), isShared: readShared(form) })

const enter = (ctx: Ctx, { session, credentialId }: Joined, done: string) => redirectSignedIn(ctx, session, `/me/badges/${credentialId}?done=${done}`)

/** An address typed beside a card counts only once the message sent there has been opened. */
async function askToVerify(ctx: Ctx, { personId, channel }: Joined, email: string | undefined, from: string): Promise<boolean> {
  if (channel !== 'card' || !email) return false
  await requestLink(as(ctx, { kind: 'person', personId, sessionId: '', isNetworkAdmin: false }), { address: email, purpose: 'verify-email', from })
  return true
}
