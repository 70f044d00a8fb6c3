import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  /** Another tab, or another device, has saved this page since it was opened here. */
  folio_changed: 409,
  too_many_folios: 422,
  file_missing: 422,
  /** All that one person may keep on their pages. */
  folio_files_full: 422,
  too_many_uploads: 429,
})
