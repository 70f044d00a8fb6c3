import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from 'react-router'
import type { Ctx } from '#ctx'
import { PreferencesInput } from '#features/accounts/accounts.schema.ts'
import { addEmail } from '#features/accounts/emails/add-email.ts'
import { makeEmailPrimary, removeEmail } from '#features/accounts/emails/change-emails.ts'
import { getPerson } from '#features/accounts/get-person.ts'
import { closeOtherSessions, closeSession } from '#features/accounts/sessions/close-session.ts'
import { listSessions } from '#features/accounts/sessions/list-sessions.ts'
import { MIN_PASSWORD } from '#features/accounts/sign-in/password.ts'
import { setPassword } from '#features/accounts/sign-in/set-password.ts'
import { updatePersonNames, updatePreferences, updateScreenName } from '#features/accounts/update-person.ts'
import { refuse } from '#kit/errors.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { visitor } from '#web/session.ts'
import { translate } from '#web/translations.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const { emails, ...person } = await getPerson(ctx, ctx.actor.personId)
  // Written here: a browser elsewhere would write another hour, and the page would flicker.
  const when = new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })
  const sessions = (await listSessions(ctx)).map(({ lastSeenAt, createdAt, ...session }) => ({ ...session, lastSeen: when.format(lastSeenAt), since: when.format(createdAt) }))
  return { title: translate(ctx.locale)('accounts:account.title'), person, emails, sessions, minPassword: MIN_PASSWORD }
}

type Change = (ctx: Ctx, text: (name: string) => string, from: string) => Promise<void>

/** One form, one verb: the name of the form is also that of its confirmation. */
const CHANGES: Record<string, Change> = {
  names: (ctx, text) => updatePersonNames(ctx, { givenName: text('givenName'), familyName: text('familyName') }),
  preferences: (ctx, text) => updatePreferences(ctx, PreferencesInput.parse({ locale: text('locale'), colorScheme: text('colorScheme') })),
  screen_name: (ctx, text) => updateScreenName(ctx, { screenName: text('screenName') }),
  email_added: (ctx, text, from) => addEmail(ctx, { address: text('address'), from }),
  email_sent_again: (ctx, text, from) => addEmail(ctx, { address: text('address'), from }),
  email_primary: (ctx, text) => makeEmailPrimary(ctx, { emailId: text('emailId') }),
  email_removed: (ctx, text) => removeEmail(ctx, { emailId: text('emailId') }),
  password: (ctx, text) => setPassword(ctx, { oldPassword: text('oldPassword'), password: text('password'), repeated: text('repeatedPassword') }),
  session_closed: (ctx, text) => closeSession(ctx, { sessionId: text('sessionId') }),
  sessions_closed: (ctx) => closeOtherSessions(ctx),
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const run = async () => {
    const change = Object.hasOwn(CHANGES, intent) && CHANGES[intent]
    if (!change) throw refuse('invalid_input')
    await change(ctx, (name) => String(form.get(name) ?? ''), visitor(context).address)
    return (intent === 'preferences' ? redirectDocument : redirect)(`/account?done=${intent}`)
  }
  return orProblemPage(request, () => formAction(form, run))
}
