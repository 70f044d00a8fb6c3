import type { Ctx } from '#ctx'
import { Refusal } from '#kit/errors.ts'
import { readCodes } from './departure-code.ts'
import { refuse } from './departures.errors.ts'
import { type LineOutcome, MAX_CODES } from './departures.schema.ts'
import { type Arrival, findArrival } from './find-arrival.ts'
import { requestArrival } from './request-arrival.ts'

export type TypedLine = { code: string; who: string; cohortId: string }
export type ReceivedLine = {
  code: string
  /** Still to be said: who this is. */
  arrival?: Omit<Arrival, 'departureId'>
  problem?: string
  detail?: Record<string, unknown>
  outcome?: LineOutcome
  givenName?: string
  who?: string
  cohortId?: string
}

/** What each code of a pasted list says. A wrong one does not hide the others. */
export async function lookUpLines(ctx: Ctx, { organizationId, codes, cohortId }: { organizationId: string; codes: string; cohortId: string }): Promise<ReceivedLine[]> {
  const list = readCodes(codes)
  if (list.length === 0) throw refuse('nobody_chosen')
  if (list.length > MAX_CODES) throw refuse('too_many_codes', { max: MAX_CODES })
  const lines: ReceivedLine[] = []
  for (const code of list) lines.push(await lineOf(code, async () => ({ code, cohortId, arrival: await look(ctx, organizationId, code) })))
  return lines
}

/** `refused`: codes that were wrong when they were looked up. They stay on the page, with what is wrong with them, until somebody begins anew. */
type RequestInput = { organizationId: string; lines: readonly TypedLine[]; refused?: readonly string[] }

/** Each line is one decision, whole: what is wrong with one stays on the page with what was typed, and the others are done. */
export async function requestLines(ctx: Ctx, { organizationId, lines, refused = [] }: RequestInput): Promise<ReceivedLine[]> {
  if (lines.length + refused.length > MAX_CODES) throw refuse('too_many_codes', { max: MAX_CODES })
  const done: ReceivedLine[] = []
  for (const { code, who, cohortId } of lines) done.push(await requestLine(ctx, organizationId, { code, who, cohortId }))
  for (const code of refused) done.push(await lineOf(code, async () => ({ code, arrival: await look(ctx, organizationId, code) })))
  return done
}

async function requestLine(ctx: Ctx, organizationId: string, { code, who, cohortId }: TypedLine): Promise<ReceivedLine> {
  const found = await lineOf(code, async () => ({ code, who, cohortId, arrival: await look(ctx, organizationId, code) }))
  if (!found.arrival) return found
  const { givenName } = found.arrival
  const asked = await lineOf(code, async () => {
    if (!who) throw refuse('who_missing', { name: givenName })
    const { outcome } = await requestArrival(ctx, { organizationId, code, who, cohortId })
    return { code, outcome, givenName }
  })
  // Only what can be put right on the line keeps its fields.
  return asked.problem ? { ...found, ...asked } : asked
}

async function look(ctx: Ctx, organizationId: string, code: string): Promise<Omit<Arrival, 'departureId'>> {
  const { departureId: _, ...arrival } = await findArrival(ctx, { organizationId, code })
  return arrival
}

async function lineOf(code: string, run: () => Promise<ReceivedLine>): Promise<ReceivedLine> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not_allowed' || error.code === 'not_signed_in') throw error
    return { code, problem: error.code, ...(error.detail && { detail: error.detail }) }
  }
}
