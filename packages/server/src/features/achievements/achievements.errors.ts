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
  /** What cannot be given to anybody: its author learns what to change, and where. */
  exercise_unfinished: 422,
  exercise_unreadable: 422,
  too_many_resources: 409,
  resource_without_file: 422,
  video_too_large: 413,
  video_refused: 415,
  captions_refused: 415,
  booklet_too_large: 413,
  booklet_refused: 415,
})
