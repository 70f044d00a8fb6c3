import type { z } from 'zod'
import { type AchievementContent, matchLevel } from '#features/achievements/index.ts'
import { type BatchRow, Recipient, type RowProblem } from '../credentials.schema.ts'
import { findLevelProblem } from '../find-level-problem.ts'

const CODES: Record<string, string> = { email: 'email_invalid', evidenceUrl: 'evidence_invalid', narrative: 'narrative_too_long', name: 'name_too_long' }

/** A row as a recipient, or what is wrong with it. Problems found while reading the list are kept. */
export function checkRow(row: BatchRow, content: Pick<AchievementContent, 'levels'>, now: Date): { recipient: Recipient | undefined; problems: RowProblem[] } {
  const { line: _line, problems: told, level: written, ...rest } = row
  const level = checkLevel(content, written)
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '' && value !== undefined))
  const parsed = Recipient.safeParse(given)
  const found = [...(parsed.success ? missing(parsed.data, now) : problemsOf(parsed.error, given)), ...level.problems]
  const problems = [...told, ...found.filter(({ code }) => !told.some((earlier) => earlier.code === code))]
  const isUsable = parsed.success && problems.every(({ severity }) => severity !== 'error')
  return { recipient: isUsable ? { ...parsed.data, ...(level.levelId && { levelId: level.levelId }) } : undefined, problems }
}

function checkLevel(content: Pick<AchievementContent, 'levels'>, written = ''): { levelId?: string; problems: RowProblem[] } {
  const levelId = matchLevel(content, written)?.id ?? (written || undefined)
  const code = findLevelProblem(content, levelId)
  if (!code) return { ...(levelId && { levelId }), problems: [] }
  return { problems: [{ code, severity: 'error', column: 'level', ...(written && { value: written }) }] }
}

function missing({ personId, name, email, validUntil }: Recipient, now: Date): RowProblem[] {
  return [
    ...(personId || name || email ? [] : [{ code: 'recipient_missing', severity: 'error' as const }]),
    ...(validUntil && validUntil <= now ? [{ code: 'valid_until_past', severity: 'error' as const, value: validUntil.toISOString().slice(0, 10) }] : []),
  ]
}

/** The codes of what a schema refused: the same in a preview, in a result and in the API. */
export function problemsOf(error: z.ZodError, given: Record<string, unknown> = {}): RowProblem[] {
  return error.issues.map(({ path }) => {
    const field = String(path.findLast((part) => typeof part === 'string') ?? '')
    const value = given[field]
    return { code: CODES[field] ?? 'row_invalid', severity: 'error', ...(typeof value === 'string' && { value: value.slice(0, 200) }) }
  })
}
