import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'

export const EXERCISE_KINDS = ['number', 'choice', 'text', 'order'] as const

// Messages are translation keys: `achievements:fields.<key>`.

/** An exercise as its author wrote it, which is also what is exported: parameters, formulas and answers as lines of text. */
export const ExerciseSource = z.object({
  kind: z.enum(EXERCISE_KINDS),
  language: z.enum(['fr', 'en']).default('fr'),
  statement: text(2000).min(1, 'required'),
  /** One a line: `a : 18 à 126 pas 18`, `v = a / 3,6`. */
  variables: text(2000).default(''),
  /** A number: its formula, its unit, how it is to be written. */
  answer: text(200).default(''),
  unit: text(30).default(''),
  acceptsOtherUnits: z.boolean().default(true),
  figures: z.int().min(1).max(10).nullable().default(null),
  /** In percent, where no number of figures is asked. */
  tolerance: z.number().min(0).max(50).default(1),
  /** What wrong answers say of how they came about, one a line: `a * 3,6 | You multiplied.` */
  traps: text(3000).default(''),
  /** One a line, `+` before those that are right: `- 36 m/s | You multiplied.` */
  options: text(3000).default(''),
  /** Short texts that are right, one a line. */
  accepted: text(2000).default(''),
  isCased: z.boolean().default(false),
  /** What is to be put in order, one a line, in the right order. */
  steps: text(3000).default(''),
  /** Shown afterwards, with the numbers of the variant. */
  correction: text(4000).min(1, 'required'),
})
export type ExerciseSource = z.output<typeof ExerciseSource>
export type ExerciseInput = z.input<typeof ExerciseSource>
