import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { enterOrganization } from '#features/organizations/index.ts'
import { fields, formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { CompromisedKeyFields } from '../issuers.schema.ts'
import { listSigningKeys } from '../list-signing-keys.ts'
import { rotateKey } from '../rotate-key.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, async () => {
    const { organization, can } = await enterOrganization(ctx, params.slug!, 'manage-owners')
    const { issuerId, keys } = await listSigningKeys(ctx, organization.id)
    return { title: translate(ctx.locale)('issuers:keys.page_title', { name: organization.name }), locale: ctx.locale, organization, can, issuerId, keys }
  })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const address = `/organizations/${params.slug}/settings/keys`
  return orProblemPage(request, async () => {
    const { organization } = await enterOrganization(ctx, params.slug!, 'manage-owners')
    return formAction(form, async () => {
      if (form.get('intent') === 'declare-compromised') {
        const { keyId, reason } = CompromisedKeyFields.parse(fields(form))
        await rotateKey(ctx, { organizationId: organization.id, keyId, reason, compromised: true })
        return redirect(`${address}?done=compromised`)
      }
      await rotateKey(ctx, { organizationId: organization.id })
      return redirect(`${address}?done=rotated`)
    })
  })
}
