import { buildEndorsementCredential, type Profile, type Signer, statusEntry, type UnsignedEndorsementCredential } from '@boat/openbadges'
import { z } from 'zod'
import type { Ctx, Locale } from '#ctx'
import { getPerson } from '#features/accounts/index.ts'
import { isProtected, statusListUrl } from '#features/credentials/index.ts'
import { buildIssuerProfile, ensureIssuer, getPersonalSigner, getSigner } from '#features/issuers/index.ts'
import { translate } from '#web/translations.ts'
import { refuse } from '../endorsements.errors.ts'
import { AnswerInput } from '../endorsements.schema.ts'
import { endorsementUrl } from '../list-endorsements.ts'
import { type KeptBadge, readBadge } from '../read-badge.ts'
import { type Door, findAsked } from '../requests/find-asked.ts'
import { type RequestRow, stateOf } from '../requests/request-rows.ts'
import { listSigners } from './list-signers.ts'

export type Endorser = { name: string; function: string; organizationId: string | null; issuerId: string | null }
/** What would be kept. `document` and `signer`: none for a word that is not signed. */
export type Draft = { row: RequestRow; badge: KeptBadge; answer: AnswerInput; endorser: Endorser; profile: Profile | null; signer: Signer | null }

/** Reads an answer as it would be signed, and signs nothing: to be looked at first, and then by `signEndorsement` for good. */
export async function draftEndorsement(ctx: Ctx, door: Door, input: z.input<typeof AnswerInput>, { isLocked = false } = {}): Promise<Draft> {
  const row = await findAsked(ctx, door, { isLocked })
  const state = stateOf(row, ctx.now())
  if (state === 'answered') throw refuse('already_answered')
  if (state !== 'open') throw refuse('request_closed')
  const answer = AnswerInput.parse(input)
  const badge = await readBadge(inRequestLanguage(ctx, row), row.badge_id)
  if (!badge || badge.holderId !== row.holder_id || !badge.isEndorsable) throw refuse('badge_not_endorsable')
  if (await namesAChild(ctx, row, answer)) throw refuse('names_a_child')
  return { row, badge, answer, ...(await whoSigns(ctx, door, row, answer)) }
}

/** The credential that is signed. It names its endorser and the badge, and nobody else. */
export function buildEndorsement(ctx: Ctx, { row, badge, answer, profile }: Draft, entry?: { listId: string; index: number }): UnsignedEndorsementCredential | null {
  if (!profile) return null
  return buildEndorsementCredential({
    id: endorsementUrl(ctx, row.id),
    issuer: profile,
    endorsed: badge.endorsed,
    name: translate(row.locale as Locale)('endorsements:document.name', { badge: badge.name }),
    description: answer.relation,
    comment: answer.comment,
    validFrom: ctx.now(),
    ...(entry && { credentialStatus: statusEntry({ statusListCredential: statusListUrl(ctx, entry.listId), index: entry.index, purpose: 'revocation' }) }),
  })
}

type Signing = Pick<Draft, 'endorser' | 'profile' | 'signer'>

async function whoSigns(ctx: Ctx, door: Door, row: RequestRow, answer: AnswerInput): Promise<Signing> {
  if (answer.voice !== 'word' && answer.voice !== 'self') return inTheNameOf(ctx, row, answer.voice)
  const isOutsider = 'token' in door
  // Somebody with an account answers with it: the link alone would be a second self.
  if (isOutsider && row.asked_id) throw refuse('may_not_sign_for')
  const name = isOutsider ? demandName(answer.name) : await nameOf(ctx, row.asked_id!)
  const endorser = { name, function: answer.function, organizationId: null, issuerId: null }
  if (answer.voice === 'word') return { endorser, profile: null, signer: null }
  const { did, signer } = await getPersonalSigner(ctx, isOutsider ? { address: String(row.asked_address) } : { personId: row.asked_id! })
  return { endorser, signer, profile: { id: did, type: ['Profile'], name, ...(answer.function && { description: answer.function }) } }
}

async function inTheNameOf(ctx: Ctx, row: RequestRow, organizationId: string): Promise<Signing> {
  const structure = (await listSigners(ctx, row.holder_id)).find((candidate) => candidate.organizationId === organizationId.toLowerCase())
  if (!structure) throw refuse('may_not_sign_for')
  const { issuerId } = await ensureIssuer(ctx, structure.organizationId)
  const { signer } = await getSigner(ctx, issuerId)
  const endorser = { name: structure.name, function: '', organizationId: structure.organizationId, issuerId }
  return { endorser, profile: await buildIssuerProfile(ctx, issuerId), signer }
}

async function nameOf(ctx: Ctx, personId: string): Promise<string> {
  const { givenName, familyName } = await getPerson(ctx, personId)
  return `${givenName} ${familyName}`.trim()
}

/** Named like the other fields of the form that it is one of. */
const demandName = (name: string): string => z.object({ name: z.string().min(2, 'name_required') }).parse({ name }).name

/** What is written of a child may one day be shown: it must not say who they are. */
async function namesAChild(ctx: Ctx, row: RequestRow, { comment, relation }: AnswerInput): Promise<boolean> {
  if (!(await isProtected(ctx, row.holder_id))) return false
  const said = ` ${plain(`${comment} ${relation}`)} `
  const { givenName, familyName } = await getPerson(ctx, row.holder_id)
  return [givenName, familyName].map(plain).some((name) => name.length > 1 && said.includes(` ${name} `))
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const inRequestLanguage = (ctx: Ctx, row: RequestRow): Ctx => ({ ...ctx, locale: row.locale as Locale })
