import { hash } from 'node:crypto'
import {
  type AchievementCredentialInput,
  bake,
  buildAchievementCredential,
  type CryptosuiteName,
  compileTemplate,
  type Holes,
  OpenBadgesError,
  type Signer,
  signCredential,
  signCredentialJwt,
  signFromTemplate,
  type Template,
} from '@boat/openbadges'
import type { Recipient } from './read-row.ts'

export type Format = 'json' | 'jwt' | 'png' | 'svg'
export type IssueOptions = {
  achievement: AchievementCredentialInput['achievement']
  issuer: AchievementCredentialInput['issuer']
  signer: Signer
  /** The proof inside the credential, the JWT around it, or both. */
  proof: CryptosuiteName | undefined
  isJwt: boolean
  image: Uint8Array | undefined
  now: Date
}

const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'buffer')

/** Issues one credential after another; those of one shape share a template. */
export function makeIssuer(options: IssueOptions): (id: string, recipient: Recipient) => Promise<string | Uint8Array> {
  const templates = new Map<string, Template | undefined>()
  return async (id, recipient) => {
    const text = await sign(describe(id, recipient, options), options, templates)
    return options.image ? bake(options.image, text) : text
  }
}

type Described = { input: AchievementCredentialInput; values: Record<string, string>; holes: Record<string, string> }

/** The credential of a recipient, and which of its texts are the recipient's own. */
function describe(id: string, { recipient, narrative, evidence, validUntil, result }: Recipient, { achievement, issuer, now }: IssueOptions): Described {
  const values: Record<string, string> = { id }
  const holes: Record<string, string> = { id: '/id' }
  const hole = (name: string, value: string | undefined, pointer: string) => {
    if (value === undefined) return
    values[name] = value
    holes[name] = pointer
  }
  hole('recipient', recipient.id, '/credentialSubject/id')
  for (const [index, identity] of [recipient.identifier ?? []].flat().entries()) {
    hole(`hash${index}`, identity.identityHash, `/credentialSubject/identifier/${index}/identityHash`)
    hole(`salt${index}`, identity.salt, `/credentialSubject/identifier/${index}/salt`)
  }
  hole('narrative', narrative, '/credentialSubject/narrative')
  hole('evidence', evidence, '/evidence/0/id')
  hole('validUntil', validUntil, '/validUntil')
  hole('level', result?.achievedLevel, '/credentialSubject/result/0/achievedLevel')
  hole('description', result?.resultDescription, '/credentialSubject/result/0/resultDescription')
  const input: AchievementCredentialInput = {
    id,
    issuer,
    recipient,
    achievement,
    validFrom: now,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(evidence === undefined ? {} : { evidence: [{ id: evidence }] }),
    subject: { ...(narrative === undefined ? {} : { narrative }), ...(result === undefined ? {} : { result: [result] }) },
  }
  return { input, values, holes }
}

async function sign({ input, values, holes }: Described, options: IssueOptions, templates: Map<string, Template | undefined>): Promise<string> {
  const { signer, proof, isJwt, now: created } = options
  if (isJwt) {
    const credential = buildAchievementCredential(input)
    return signCredentialJwt(proof ? await signCredential(credential, { signer, created, cryptosuite: proof, sha256 }) : credential, { signer })
  }
  const template = proof === 'eddsa-rdfc-2022' ? await findTemplate(input, holes, templates) : undefined
  if (template) return signFromTemplate(template, values, { signer, created, sha256 })
  return JSON.stringify(await signCredential(buildAchievementCredential(input), { signer, created, ...(proof ? { cryptosuite: proof } : {}), sha256 }))
}

async function findTemplate(input: AchievementCredentialInput, holes: Holes, templates: Map<string, Template | undefined>): Promise<Template | undefined> {
  const shape = Object.keys(holes).join()
  if (!templates.has(shape)) templates.set(shape, await tryCompile(input, holes))
  return templates.get(shape)
}

/** What cannot be a template is signed one by one. */
async function tryCompile(input: AchievementCredentialInput, holes: Holes): Promise<Template | undefined> {
  try {
    return await compileTemplate(buildAchievementCredential(input), holes)
  } catch (error) {
    if (error instanceof OpenBadgesError && error.code === 'template_not_safe') return undefined
    throw error
  }
}
