import type { Ctx } from '#ctx'
import { translate } from '#web/translations.ts'
import type { RowProblem } from '../credentials.schema.ts'

/** What is wrong with a row, in a sentence that says what to do. */
export function presentProblem(ctx: Ctx, { code, severity, column, value }: RowProblem) {
  const t = translate(ctx.locale)
  return {
    code,
    severity,
    column: column ?? '',
    value: value ?? '',
    sentence: t([`credentials:problems.${code}`, `credentials:errors.${code}`, 'credentials:problems.row_invalid']),
  }
}
