import { z } from 'zod'

/** Whom a paper asks for: what a guardian of a pupil below fifteen decides. */
export const SCOPES = ['share', 'take-home', 'booklet'] as const
export const Scope = z.enum(SCOPES)
export type Scope = z.output<typeof Scope>

export const Decision = z.enum(['given', 'withdrawn'])
export type Decision = z.output<typeof Decision>

export const RELATIONS = ['mother', 'father', 'legal-guardian', 'other'] as const
export const Relation = z.enum(RELATIONS, 'relation')
export type Relation = z.output<typeof Relation>

const code = z.string().trim().min(1, 'required').max(100)
const password = z.string().min(1, 'required').max(1000)
const name = (key: string) => z.string().trim().min(1, key).max(100, 'too_long')

/** The code of the paper, and what only the family knows. */
export const ProofInput = z.object({ code, fact: z.string().trim().min(1, 'required').max(100) })
export const DeclarationInput = ProofInput.extend({ relation: Relation, declares: z.literal('yes', 'declares') })
/** Messages are keys of `guardians:fields`. */
export const JoinInput = DeclarationInput.extend({ givenName: name('given_name'), familyName: name('family_name'), password })
export const SlipSignInInput = z.object({ code, password })
/** Coming with another child's paper: the one that was answered before, and its password. */
export const AddInput = DeclarationInput.extend({ formerCode: code, password })

export const DecideInput = z.object({ childId: z.guid(), scope: Scope, decision: Decision })

const day = z.iso.date('day')
export const PaperInput = z.object({
  organizationId: z.guid(),
  childId: z.guid(),
  signer: name('signer'),
  signedOn: day,
  scopes: z.array(Scope).min(1, 'scopes'),
  decision: Decision,
})
/** What the family asked the school to take back: of somebody who has answered before. */
export const WithdrawInput = z.object({ organizationId: z.guid(), childId: z.guid(), scope: Scope, deciderKey: z.string().min(1, 'signer').max(300) })

export const SLIP_LANGUAGES = ['fr', 'en', 'both'] as const
export const PrintForm = z.object({
  child: z.array(z.guid()).catch([]),
  copies: z.enum(['1', '2']).catch('1').transform(Number),
  language: z.enum(SLIP_LANGUAGES).catch('fr'),
  /** Somebody who lost theirs. */
  renew: z.guid().optional().catch(undefined),
  cohort: z.guid().optional().catch(undefined),
})
export type PrintForm = z.output<typeof PrintForm>
export const EndInput = z.object({ organizationId: z.guid(), guardianshipId: z.guid(), reason: z.string().trim().min(3, 'reason').max(500) })
