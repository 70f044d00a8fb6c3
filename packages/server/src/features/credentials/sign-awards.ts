import { createHash, hash } from 'node:crypto'
import { type CompactCredential, compileTemplate, type HoleValues, signCompact, type Template } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { type Award, buildCredential, type Draft } from './build-credential.ts'

/** Enough for the badges that a region issues in a day. */
const MAX_TEMPLATES = 200
const templates = new Map<string, Template>()

const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'buffer')

/** Where the credentials of one award differ. */
const PLACES = [
  '/id',
  '/validFrom',
  '/validUntil',
  '/credentialSubject/id',
  '/credentialSubject/identifier/0/identityHash',
  '/credentialSubject/identifier/0/salt',
  '/credentialSubject/narrative',
  '/evidence/0/id',
  '/evidence/0/narrative',
  '/credentialStatus/id',
  '/credentialStatus/statusListIndex',
  '/credentialStatus/statusListCredential',
]

/**
 * Signs the credentials of one call. Those of one level and one shape (with or without evidence, an end, an address) differ in
 * their values only and share a template: what costs is done once.
 */
export async function signAwards(ctx: Ctx, award: Award, drafts: readonly Draft[]): Promise<CompactCredential[]> {
  const shared = createHash('sha256')
    .update(JSON.stringify([award.profile, award.achievement]))
    .digest('base64')
  const signed: CompactCredential[] = []
  for (const draft of drafts) {
    const credential = buildCredential(ctx, award, draft)
    const values = valuesOf(credential)
    const template = await templateOf(credential, Object.keys(values), `${shared} ${draft.recipient.levelId ?? ''}`)
    signed.push(await signCompact(template, values, { signer: award.signer, created: ctx.now(), sha256 }))
  }
  return signed
}

/** What is the credential's own, by place. */
function valuesOf(credential: object): HoleValues {
  const values: Record<string, string> = {}
  for (const place of PLACES) {
    const value = place
      .split('/')
      .slice(1)
      .reduce<unknown>((node, name) => Object(node)[name], credential)
    if (typeof value === 'string') values[place] = value
  }
  return values
}

async function templateOf(credential: object, places: string[], shared: string): Promise<Template> {
  const key = [shared, ...places].join()
  const known = templates.get(key)
  if (known) return known
  const template = await compileTemplate(credential, Object.fromEntries(places.map((place) => [place, place])))
  if (templates.size >= MAX_TEMPLATES) templates.delete(templates.keys().next().value as string)
  templates.set(key, template)
  return template
}
