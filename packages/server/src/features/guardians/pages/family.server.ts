import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { enterOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { endGuardianship } from '../consent/end-guardianship.ts'
import { recordPaper, withdrawForFamily } from '../consent/record-for-family.ts'
import { SCOPES } from '../guardians.schema.ts'
import { type FamilyDetails, getFamily } from '../school/get-family.ts'
import { cancelSlip } from '../slips/cancel-slip.ts'
import { presentStanding } from './present-child.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'issue')
    const family = await getFamily(ctx, { organizationId: organization.id, childId: params.childId! })
    return {
      title: `${translate(ctx.locale)('guardians:family.title', { name: `${family.givenName} ${family.familyName}`.trim() })} · ${organization.name}`,
      organization: { slug: organization.slug, name: organization.name },
      can,
      problem: new URL(request.url).searchParams.get('problem'),
      today: ctx.now().toISOString().slice(0, 10),
      family: present(ctx, family),
    }
  })

const present = (ctx: Ctx, { slips, standing, guardians, words, history, ...family }: FamilyDetails) => {
  const day = (date: Date | string) => formatDay(typeof date === 'string' ? new Date(date) : date, ctx.locale)
  return {
    ...family,
    decisions: SCOPES.map((scope) => ({
      scope,
      ...presentStanding(ctx, standing[scope]),
      given: words.filter((word) => word.scope === scope && word.decision === 'given').map(({ deciderKey, name }) => ({ deciderKey, name })),
    })),
    guardians: guardians.map(({ declaredAt, ...guardian }) => ({ ...guardian, since: day(declaredAt) })),
    slips: slips.map(({ printedAt, ...slip }) => ({ ...slip, printedOn: day(printedAt) })),
    history: history.map(({ at, signedOn, ...line }) => ({ ...line, on: day(at), signedOn: signedOn && day(signedOn) })),
  }
}

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { organization } = await enterOrganization(ctx, params.slug!, 'issue')
    const form = await request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const who = { organizationId: organization.id, childId: params.childId! }
    const done = (key: string) => redirect(`/organizations/${organization.slug}/families/${params.childId}?done=${key}`)
    return formAction(form, async () => {
      await getFamily(ctx, who)
      switch (form.get('intent')) {
        case 'withdraw':
          await withdrawForFamily(ctx, { ...who, scope: text('scope') as 'share', deciderKey: text('deciderKey') })
          return done('withdrawn')
        case 'cancel':
          await cancelSlip(ctx, { organizationId: organization.id, slipId: text('slipId') })
          return done('cancelled')
        case 'end':
          await endGuardianship(ctx, { organizationId: organization.id, guardianshipId: text('guardianshipId'), reason: text('reason') })
          return done('ended')
        default:
          await recordPaper(ctx, {
            ...who,
            signer: text('signer'),
            signedOn: text('signedOn'),
            scopes: form.getAll('scopes').map(String) as 'share'[],
            decision: text('decision') === 'withdrawn' ? 'withdrawn' : 'given',
          })
          return done('recorded')
      }
    })
  })
