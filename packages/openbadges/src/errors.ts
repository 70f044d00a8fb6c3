/**
 * Every reason for which a function of this package refuses. The codes are stable: test and
 * translate the code, never the message.
 */
export type OpenBadgesErrorCode =
  | 'invalid_argument'
  | 'invalid_credential'
  | 'invalid_json'
  | 'invalid_encoding'
  | 'invalid_did'
  | 'invalid_key'
  | 'invalid_jws'
  | 'invalid_proof'
  | 'invalid_status_list'
  | 'status_index_out_of_range'
  | 'status_list_too_large'
  | 'status_list_full'
  | 'unknown_context'
  | 'inline_context'
  | 'undefined_term'
  | 'unsafe_json'
  | 'canonicalization_failed'
  | 'unsupported_algorithm'
  | 'unsupported_cryptosuite'
  | 'unsupported_image'
  | 'malformed_png'
  | 'malformed_svg'
  | 'multiple_credentials'
  | 'template_not_safe'
  | 'unreadable_zip'
  | 'unsafe_zip'
  | 'zip_too_large'
  | 'not_an_archive'
  | 'unsupported_archive'

/**
 * What this package throws. A bad credential is not an error (see `verifyCredential`): a bad call is.
 *
 * @example
 * try { decodeMultikey(text) } catch (error) {
 *   if (error instanceof OpenBadgesError && error.code === 'invalid_key') …
 * }
 */
export class OpenBadgesError extends Error {
  override name = 'OpenBadgesError'
  /** Why, in a form for programs. */
  code: OpenBadgesErrorCode
  /** Byte or character offset in the input, where that helps (PNG, SVG). */
  offset?: number

  constructor(code: OpenBadgesErrorCode, message: string, options: { cause?: unknown; offset?: number } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : {})
    this.code = code
    if (options.offset !== undefined) this.offset = options.offset
  }
}
