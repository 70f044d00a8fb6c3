import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { type Ctx, requirePerson } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { readSharing } from '#features/credentials/index.ts'
import { text, texts } from '#kit/read-form.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { presentCollected } from '../../collection/pages/present-collected.ts'
import { refuse } from '../../passports.errors.ts'
import { assertFits, demandTheirs, openShare } from '../open-share.ts'
import { type ShareEnd, ShareInput, type SharePurpose, type ShareScope, ShareTerms, ShareUntil, shareEnds, sharePurposes } from '../share.schema.ts'
import { readEnd } from '../share-end.ts'
import { readNames } from './present-share.ts'
import { presentView, previewAddresses } from './present-view.ts'

/** What was typed or chosen so far. `what`: `badges`, or `folio:<id>`, or `cv:<id>`. */
export type TypedShare = { what: string; badgeIds: string[]; purpose: SharePurpose; end: ShareEnd; until: string; label: string; q: string }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const { personId } = ctx.actor
  const [names, { isProtected }] = await Promise.all([readNames(ctx, personId), readSharing(ctx, personId)])
  const badges = isProtected ? [] : names.collection.map((badge) => presentChoice(ctx, badge))
  return {
    title: translate(ctx.locale)('shares:new.title'),
    isProtected,
    badges,
    folios: isProtected ? [] : names.folios,
    cvs: isProtected ? [] : names.cvs,
    start: readStart(
      new URL(request.url).searchParams,
      badges.map(({ badgeId }) => badgeId),
    ),
  }
}

function presentChoice(ctx: Ctx, badge: Awaited<ReturnType<typeof readNames>>['collection'][number]) {
  const { badgeId, name, issuerName, imageId, picture, state } = presentCollected(badge, ctx.locale)
  return { badgeId, name, issuerName, imageId, imageAlt: '', picture, state }
}

const among = <T extends string>(values: readonly T[], value: string | null, otherwise: T): T => values.find((known) => known === value) ?? otherwise

/** What a link to this form has chosen already. */
function readStart(search: URLSearchParams, all: string[]): TypedShare {
  const [folio, cv] = [search.get('folio'), search.get('cv')]
  const purpose = among(sharePurposes, search.get('purpose'), 'link')
  return {
    what: folio ? `folio:${folio}` : cv ? `cv:${cv}` : 'badges',
    badgeIds: search.get('all') ? all : search.getAll('badge').filter((badgeId) => all.includes(badgeId)),
    purpose,
    end: among(shareEnds, search.get('end'), purpose === 'embed' || purpose === 'signature' ? 'never' : 'month'),
    until: '',
    label: (search.get('label') ?? '').slice(0, 120),
    q: '',
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  const form = await request.formData()
  const typed = readTyped(form)
  return orProblemPage(request, async () => {
    const answer = await formAction(form, () => act(ctx, text(form, 'intent'), typed))
    return answer instanceof Response ? answer : { ...answer, typed }
  })
}

const readTyped = (form: FormData): TypedShare => ({
  what: text(form, 'what') || 'badges',
  badgeIds: texts(form, 'badge'),
  purpose: among(sharePurposes, text(form, 'purpose'), 'link'),
  end: ShareUntil.parse({ end: text(form, 'end') }).end,
  until: text(form, 'until').slice(0, 10),
  label: text(form, 'label'),
  q: text(form, 'q').slice(0, 200),
})

async function act(ctx: Ctx, intent: string, typed: TypedShare): Promise<Response | { preview: Awaited<ReturnType<typeof presentView>> } | object> {
  if (intent === 'search') return {}
  const scope = ShareInput.parse(scopeOf(typed))
  const terms = ShareTerms.parse({ purpose: typed.purpose, label: typed.label, expiresAt: typed.purpose === 'interview' ? null : readEnd(typed, ctx.now()) })
  if (intent === 'open') {
    const { shareId } = await openShare(ctx, { ...scope, ...terms })
    return redirect(`/me/shares/${shareId}?done=opened`)
  }
  assertFits(scope, typed.purpose)
  return { preview: await preview(ctx, scope) }
}

/** Exactly what a visitor would see; nothing is open yet. */
async function preview(ctx: Ctx, scope: ShareScope) {
  const { personId } = requirePerson(ctx)
  if ((await readSharing(ctx, personId)).isProtected) throw refuse('shares_from_fifteen')
  await demandTheirs(ctx, personId, scope)
  const { givenName, familyName } = await getPerson(ctx, personId)
  return presentView(ctx, { ...scope, personId, personName: `${givenName} ${familyName}`.trim() }, previewAddresses(scope.scope === 'folio' ? scope.folioId : ''))
}

function scopeOf({ what, badgeIds }: TypedShare) {
  const [kind, id] = what.split(':')
  return kind === 'folio' ? { scope: kind, folioId: id } : kind === 'cv' ? { scope: kind, cvId: id } : { scope: 'badges', badgeIds }
}
