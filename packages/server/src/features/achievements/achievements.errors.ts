import { refusals } from '#kit/errors.ts'

export const refuse = refusals({
  draft_changed: 409,
  no_draft: 409,
  already_draft: 409,
  not_publishable: 422,
  never_published: 409,
  is_archived: 409,
  /** A level that people hold cannot be taken out. */
  level_given: 409,
  /** Nor change its place among those that people hold. */
  levels_reordered: 409,
  /** Its structure does not share it with the network. */
  not_shared: 409,
  /** A structure does not adopt its own badge. */
  own_badge: 409,
  not_adopted: 409,
  /** Not a badge that this structure gives today. */
  badge_not_given: 409,
  image_too_large: 413,
  image_unknown_format: 415,
  image_too_many_pixels: 413,
  image_too_small: 422,
  image_unreadable: 422,
  image_too_complex: 422,
  image_without_size: 422,
  image_empty: 422,
})
