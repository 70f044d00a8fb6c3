// A refusal: a command that cannot be carried out, with a stable code and an HTTP status.
// Slices declare theirs with `refusals`; doors never catch them, one mapper presents them.

export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly detail: Record<string, unknown> | undefined

  constructor(code: string, status: number, detail?: Record<string, unknown>) {
    super(code)
    this.code = code
    this.status = status
    this.detail = detail
  }
}

/**
 * Declares the refusals of a slice: `const refuse = refusals({ already_revoked: 409 })`, then `throw refuse('already_revoked')`.
 * The sentence a person reads is the translation key `errors.<code>`.
 */
export function refusals<const Codes extends Record<string, number>>(codes: Codes) {
  return (code: keyof Codes & string, detail?: Record<string, unknown>) => new Refusal(code, codes[code]!, detail)
}

export const refuse = refusals({
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  invalid_input: 400,
  too_many_requests: 429,
  too_large: 413,
})
