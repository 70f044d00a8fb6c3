import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'
import { Decision, Scope } from './guardians.schema.ts'

/** Somebody allowed something for a child, or took it back; `number` is that of the decision, `isAllowed` says what holds from now on. */
export const consentChanged = defineFact('guardian.consent-changed', z.object({ number: z.string(), childId: z.guid(), scope: Scope, decision: Decision, isAllowed: z.boolean() }))
