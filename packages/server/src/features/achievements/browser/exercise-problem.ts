/** What an author must change in an exercise before it can be given: a code, the field it stands in, and what the sentence names. */
export class ExerciseProblem extends Error {
  override name = 'ExerciseProblem'
  readonly code: string
  readonly detail: Record<string, string | number>
  field: string

  constructor(code: string, detail: Record<string, string | number> = {}, field = '') {
    super(code)
    this.code = code
    this.detail = detail
    this.field = field
  }
}

/** Says of what goes wrong inside in which field it stands. */
export function inField<T>(field: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof ExerciseProblem && error.field === '') error.field = field
    throw error
  }
}
