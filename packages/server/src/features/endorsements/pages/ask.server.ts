import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx, Locale } from '#ctx'
import { requirePerson } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { isProtected } from '#features/credentials/index.ts'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { badgePath } from '../describe-endorsement.ts'
import { AskInput } from '../endorsements.schema.ts'
import { type KeptBadge, readBadge } from '../read-badge.ts'
import { askEndorsement, DAYS_TO_ANSWER } from '../requests/ask-endorsement.ts'
import { type Askable, findAskable, findAskablePerson } from '../requests/find-askable.ts'
import { listEndorsable } from '../requests/list-endorsable.ts'
import { writeMail } from '../requests/write-mail.ts'
import { presentOwnBadge, presentOwnFace } from './present-badge.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const query = new URL(request.url).searchParams
    const badgeId = query.get('badge')
    const badge = badgeId ? await demandOwn(ctx, badgeId) : undefined
    const personId = query.get('person')
    const asked = badge && personId ? await findAskablePerson(ctx, ctx.actor.personId, personId) : undefined
    const search = query.get('q') ?? ''
    return {
      title: translate(ctx.locale)('endorsements:ask.title'),
      badge: badge && { ...presentOwnBadge(badge), path: badgePath(badge) },
      badges: badge ? [] : (await listEndorsable(ctx)).map(presentOwnFace),
      asked: asked && presentAskable(asked),
      byMail: query.get('by') === 'mail',
      isChild: await isProtected(ctx, ctx.actor.personId),
      search,
      people: badge && !asked ? (await findAskable(ctx, search)).map(presentAskable) : [],
      locale: ctx.locale,
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const form = await request.formData()
    return formAction(form, async () => {
      const whom = form.has('personId')
        ? { personId: text(form, 'personId') }
        : { name: text(form, 'name'), address: text(form, 'address'), locale: text(form, 'locale') === 'en' ? ('en' as const) : ('fr' as const) }
      const input = { badgeId: text(form, 'badgeId'), message: text(form, 'message').replaceAll('\r\n', '\n'), showsEvidence: form.has('showsEvidence'), ...whom }
      const values = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
      if (form.get('intent') === 'edit') return { values }
      if (form.get('intent') === 'preview') return { values, preview: await preview(ctx, input) }
      await askEndorsement(ctx, input)
      const badge = await demandOwn(ctx, input.badgeId)
      return redirect(`${badgePath(badge)}?done=endorsement_asked#endorsements`)
    })
  })

/** The mail as it will leave, to be read first. */
async function preview(ctx: Ctx, input: unknown) {
  const parsed = AskInput.parse(input)
  const { personId } = requirePerson(ctx)
  const asked = 'personId' in parsed ? await findAskablePerson(ctx, personId, parsed.personId) : undefined
  const locale: Locale = 'personId' in parsed ? ctx.locale : parsed.locale
  const [badge, holder] = [await demandOwn({ ...ctx, locale }, parsed.badgeId), await getPerson(ctx, personId)]
  const words = {
    locale,
    holderName: `${holder.givenName} ${holder.familyName}`.trim(),
    askedName: 'name' in parsed ? parsed.name : (asked?.name ?? ''),
    badgeName: badge.name,
    expiresAt: new Date(ctx.now().getTime() + DAYS_TO_ANSWER * 86_400_000),
    hasAccount: 'personId' in parsed,
  }
  return { ...writeMail(words), locale, message: parsed.message, badgeName: badge.name, issuerName: badge.issuerName, showsEvidence: parsed.showsEvidence && hasEvidence(badge) }
}

async function demandOwn(ctx: Ctx, badgeId: string): Promise<KeptBadge> {
  const badge = await readBadge(ctx, badgeId)
  if (badge?.holderId !== requirePerson(ctx).personId) throw refuse('not_found')
  return badge
}

const hasEvidence = ({ narrative, evidence }: KeptBadge): boolean => narrative !== null || evidence.length > 0

const presentAskable = ({ personId, name, title, isPupil, organizationName }: Askable) => ({
  personId,
  name,
  about: [title, organizationName].filter(Boolean).join(' · '),
  isPupil,
})
