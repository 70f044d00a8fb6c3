import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { inLanguage, listPublished, presentLevels } from '#features/achievements/index.ts'
import { enterOrganization, getOrganization } from '#features/organizations/index.ts'
import { text } from '#kit/read-form.ts'
import { orProblemPage, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { demandMember } from '../demand-member.ts'
import { findNominee, findNominees, type Nominee } from '../find-nominees.ts'
import { findOwnVoice } from '../find-own-voice.ts'
import { findStandings, listHeldBy } from '../find-standing.ts'
import { nominate } from '../nominate.ts'
import { nomineeKey } from '../nominee-key.ts'
import { uploadAction } from './uploads.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { id: organizationId, slug, name } = await getOrganization(ctx, { slug: params.slug! })
    const { isPupil, personId: me } = await demandMember(ctx, organizationId)
    const query = new URL(request.url).searchParams
    const search = query.get('q') ?? ''
    const nominee = await readNominee(ctx, organizationId, query)
    const badges = nominee ? await listBadges(ctx, organizationId, nominee.key) : []
    const people = nominee ? [] : await findNominees(ctx, { organizationId, search })
    const again = query.get('again')
    return {
      title: `${translate(ctx.locale)('nominations:propose.title')} · ${name}`,
      organization: { slug, name },
      can: isPupil ? undefined : (await enterOrganization(ctx, slug, 'view')).can,
      me,
      isPupil,
      draft: (again && (await findOwnVoice(ctx, again))) || { deed: '', occasion: '' },
      search,
      people: people.map(presentNominee),
      nominee: nominee && { ...nominee.shown, address: nominee.address },
      badges,
      badge: badges.find(({ achievementId }) => achievementId === query.get('badge')),
    }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const { id: organizationId } = await getOrganization(ctx, { slug: params.slug! })
    const { personId: me, isPupil } = await demandMember(ctx, organizationId)
    return uploadAction(ctx, request, async (form, uploads) => {
      const words = { deed: text(form, 'deed'), occasion: text(form, 'occasion') }
      const voice = { organizationId, achievementId: text(form, 'badge'), levelId: text(form, 'levelId'), ...words, uploads, wishesName: isPupil && form.has('wishesName') }
      const personId = text(form, 'person')
      const { isWaiting } = await nominate(ctx, personId ? { ...voice, personId } : { ...voice, name: text(form, 'name'), function: text(form, 'function') })
      return redirect(`/me/nominations?done=${personId === me ? 'applied' : isWaiting ? 'waiting' : 'proposed'}`)
    })
  })

type Shown = { personId: string; name: string; about: string; isMe: boolean; isPupil: boolean }

const presentNominee = ({ personId, givenName, familyName, title, className, isMe, isPupil }: Nominee): Shown => ({
  personId,
  name: `${givenName} ${familyName}`.trim(),
  about: className ?? title,
  isMe,
  isPupil,
})

/** Who was chosen: a person of the structure, or a name and a function that were typed. `address` is how the next step names them. */
async function readNominee(ctx: Ctx, organizationId: string, query: URLSearchParams) {
  const personId = query.get('person')
  if (personId) {
    const found = await findNominee(ctx, { organizationId, personId })
    return found && { key: nomineeKey(found), shown: presentNominee(found), address: `person=${found.personId}` }
  }
  const name = (query.get('name') ?? '').trim().slice(0, 120)
  const title = (query.get('function') ?? '').trim().slice(0, 120)
  if (name.length < 2 || title.length < 2) return undefined
  return { key: nomineeKey({ name }), shown: { personId: '', name, about: title, isMe: false, isPupil: false }, address: `${new URLSearchParams({ name, function: title })}` }
}

async function listBadges(ctx: Ctx, organizationId: string, key: string) {
  const [published, standings, held] = await Promise.all([
    listPublished(ctx, organizationId),
    findStandings(ctx, { organizationId, nomineeKey: key }),
    listHeldBy(ctx, organizationId, key),
  ])
  return published.map(({ achievementId, content, imageId, adopted }) => ({
    achievementId,
    imageId,
    name: inLanguage(content.name, ctx.locale),
    description: inLanguage(content.description, ctx.locale),
    authorName: adopted?.authorName ?? null,
    levels: presentLevels(content.levels, ctx.locale),
    heldLevels: content.levels.filter(({ id }) => held.get(achievementId)?.includes(id)).map(({ name }) => inLanguage(name, ctx.locale)),
    standing: standings.get(achievementId) ?? ('none' as const),
  }))
}
