import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { refuse } from '#kit/errors.ts'
import { text } from '#kit/read-form.ts'
import { formAction } from '#web/page.ts'
import { PRESENCES } from '../ceremony.schema.ts'
import { setHandedBy } from '../planning/change-recipient.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { listAgreed } from '../planning/list-agreed.ts'
import { moveClass, moveRecipient } from '../planning/move.ts'
import { inCeremony } from './in-ceremony.ts'
import { byClass, countPresences, presentRecipient } from './present-recipient.ts'

/** What one may look for in a long list. */
const FILTERS = [...PRESENCES, 'left', 'failed'] as const
type Filter = (typeof FILTERS)[number]

export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, organization, ceremony, shared }) => {
    const people = (await listRecipients(ctx, ceremony.ceremonyId)).map((one) => presentRecipient(ctx, one))
    const search = new URL(args.request.url).searchParams
    const filter = FILTERS.find((name) => name === search.get('show')) ?? null
    return {
      ...shared,
      title: `${ceremony.title} · ${organization.name}`,
      filter,
      counts: { ...countPresences(people), failed: people.filter(({ outcome }) => outcome === 'failed').length },
      withoutHandover: people.filter(({ handedBy }) => handedBy === '').length,
      agreedCount: (await listAgreed(ctx, organization.id, { isFree: true })).length,
      classes: byClass(people)
        .map(({ className, people }) => ({ className, handedBy: commonTo(people.map(({ handedBy }) => handedBy)), count: people.length, people: people.filter(passes(filter)) }))
        .filter(({ people }) => people.length > 0),
    }
  })

const passes =
  (filter: Filter | null) =>
  ({ presence, outcome }: { presence: string; outcome: string }): boolean =>
    filter === null || (filter === 'left' ? presence !== 'handed' : filter === 'failed' ? outcome === 'failed' : presence === filter)

const commonTo = (names: string[]): string => (names.every((name) => name === names[0]) ? (names[0] ?? '') : '')

export const action = (args: ActionFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony: { ceremonyId }, home }) => {
    const form = await args.request.formData()
    const [intent, subject] = splitOnce(text(form, 'intent'))
    const direction = intent.endsWith('up') ? ('up' as const) : ('down' as const)
    return formAction(form, async () => {
      if (intent === 'person-up' || intent === 'person-down') await moveRecipient(ctx, { recipientId: subject, direction })
      else if (intent === 'class-up' || intent === 'class-down') await moveClass(ctx, { ceremonyId, className: subject, direction })
      else if (intent === 'handed-by') await setHandedBy(ctx, { ceremonyId, className: subject, handedBy: text(form, 'handedBy') })
      else throw refuse('invalid_input')
      return redirect(`${home}${intent.startsWith('person') ? `#r-${subject}` : ''}`)
    })
  })

/** « person-up:<id> »: each button says what it does and to whom, so that a long list is one form. */
function splitOnce(intent: string): [string, string] {
  const at = intent.indexOf(':')
  return at < 0 ? [intent, ''] : [intent.slice(0, at), intent.slice(at + 1)]
}
