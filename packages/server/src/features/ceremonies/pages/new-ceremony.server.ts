import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { inParis } from '#kit/paris-time.ts'
import { formAction } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { addDossiers } from '../planning/add-recipients.ts'
import { createCeremony } from '../planning/create-ceremony.ts'
import { listAgreed } from '../planning/list-agreed.ts'
import { inStructure } from './in-ceremony.ts'
import { readCeremonyForm } from './read-ceremony-form.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, can, all }) => ({
    title: `${translate(ctx.locale)('ceremonies:new.title')} · ${organization.name}`,
    organization: { slug: organization.slug, name: organization.name },
    can,
    home: all,
    agreedCount: (await listAgreed(ctx, organization.id, { isFree: true })).length,
    today: inParis(ctx.now()).day,
  }))

/** With its first people, if one says so: the dossiers that wait for a ceremony. */
export const action = (args: ActionFunctionArgs) =>
  inStructure(args, async ({ ctx, organization, all }) => {
    const form = await args.request.formData()
    return formAction(form, async () => {
      const { ceremonyId } = await createCeremony(ctx, { organizationId: organization.id, ...readCeremonyForm(form) })
      const agreed = form.get('withAgreed') ? await listAgreed(ctx, organization.id, { isFree: true }) : []
      if (agreed.length > 0) await addDossiers(ctx, { ceremonyId, nominationIds: agreed.map(({ nominationId }) => nominationId) })
      return redirect(`${all}/${ceremonyId}?done=created`)
    })
  })
