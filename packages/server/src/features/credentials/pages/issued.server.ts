import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { inLanguage, nameAtLevel } from '#features/achievements/index.ts'
import { enterOrganization } from '#features/organizations/index.ts'
import { refuse } from '#kit/errors.ts'
import { formAction, orProblemPage, pageCtx, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { refuse as refuseCredential } from '../credentials.errors.ts'
import { getIssued } from '../get-issued.ts'
import { revokeCredential } from '../revoke-credential.ts'
import { formatDay, formatMoment } from './days.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = pageCtx(context)
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params['slug']!, 'view-people')
    const issued = await getIssued(ctx, params['id']!)
    if (issued.organizationId !== organization.id) throw refuse('not_found')
    const { content, issuedAt, validUntil, revokedAt, cardPrintedAt, ...rest } = issued
    const badgeName = nameAtLevel(content, rest.levelId, ctx.locale)
    const t = translate(ctx.locale)
    return {
      ...rest,
      organization: { slug: organization.slug, name: organization.name },
      can,
      badgeName,
      imageAlt: inLanguage(content.imageAlt, ctx.locale),
      title: t('credentials:one.title', { badge: badgeName, name: rest.recipientName || rest.recipientEmail || t('credentials:rows.nameless') }),
      issuedOn: formatMoment(ctx, issuedAt),
      validUntil: validUntil && formatDay(ctx, validUntil),
      cardPrintedOn: cardPrintedAt && formatDay(ctx, cardPrintedAt),
      revokedOn: revokedAt && formatMoment(ctx, revokedAt),
    }
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return formAction(form, async () => {
    const { organization } = await enterOrganization(ctx, params['slug']!, 'revoke')
    const credentialId = params['id']!
    if ((await getIssued(ctx, credentialId)).organizationId !== organization.id) throw refuse('not_found')
    if (form.get('understood') !== 'yes') throw refuseCredential('revocation_not_confirmed')
    await revokeCredential(ctx, { credentialId, reason: String(form.get('reason') ?? '') })
    return redirect(`/organizations/${organization.slug}/credentials/${credentialId}?done=revoked`)
  })
}
