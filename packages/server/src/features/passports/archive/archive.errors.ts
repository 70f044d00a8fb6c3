import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** Neither an archive nor a zip. */
  not_a_zip: 422,
  /** Too many files, or too much once unpacked. */
  zip_too_large: 413,
  /** Names that lead out of the folder, files that share their bytes. */
  unsafe_zip: 422,
  /** Made by a later version of the platform. */
  unsupported_archive: 422,
  /** A zip without one badge. */
  nothing_to_bring: 422,
  no_archive_given: 422,
  /** A child, or a pupil of unknown age. */
  closing_from_fifteen: 403,
  /** The words that say that one is sure were not typed. */
  not_confirmed: 422,
})
