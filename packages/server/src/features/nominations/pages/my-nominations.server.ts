import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { listMyOrganizations } from '#features/organizations/index.ts'
import { text } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { type Again, listAboutMe, listMyVoices } from '../list-mine.ts'
import { presentPerson } from '../present-person.ts'
import { withdrawVoice } from '../withdraw-voice.ts'
import { presentBadge } from './present.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const [aboutMe, voices, organizations] = await Promise.all([listAboutMe(ctx), listMyVoices(ctx), listMyOrganizations(ctx)])
  return {
    title: translate(ctx.locale)('nominations:mine.title'),
    aboutMe: aboutMe.map(({ badge, ...rest }) => ({ ...rest, badge: presentBadge(ctx, badge) })),
    voices: voices.map(({ badge, nominee, again, ...rest }) => ({
      ...rest,
      badge: presentBadge(ctx, badge),
      nominee: presentPerson(ctx, nominee).name,
      again: again && addressOf(again, rest.voiceId),
    })),
    organizations: organizations.map(({ slug, name }) => ({ slug, name })),
  }
}

function addressOf({ organizationSlug, achievementId, nominee }: Again, voiceId: string): string {
  const who: Record<string, string> = 'personId' in nominee ? { person: nominee.personId } : nominee
  return `/organizations/${organizationSlug}/nominations/new?${new URLSearchParams({ ...who, badge: achievementId, again: voiceId })}`
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  return orProblemPage(request, () =>
    formAction(form, async () => {
      await withdrawVoice(ctx, text(form, 'voiceId'))
      return redirect('/me/nominations?done=withdrawn')
    }),
  )
}
