import { z } from 'zod'
import { ExerciseSource } from './exercise.schema.ts'

/** What is exported and imported: an exercise that another platform, or another badge, can take as it is. */
export const ExchangedExercise = z.object({
  format: z.literal('boat-exercise-1'),
  title: z.object({ fr: z.string(), en: z.string().optional() }),
  hint: z.object({ fr: z.string(), en: z.string().optional() }).default({ fr: '' }),
  exercise: ExerciseSource,
})
export type ExchangedExercise = z.output<typeof ExchangedExercise>
