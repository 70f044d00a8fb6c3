import { expect, test } from 'vitest'
import { correctAnswer } from '#features/achievements/browser/correct-answer.ts'
import { makeVariant } from '#features/achievements/browser/exercise.ts'
import { ExerciseSource } from '#features/achievements/resources/exercise.schema.ts'
import { preparations } from './exercises.table-data.ts'

const exercises = Object.entries(preparations).flatMap(([badge, { exercises }]) =>
  exercises.map(({ title, exercise }) => [badge, title.fr, ExerciseSource.parse(exercise)] as const),
)

test('each of the six badges of the lycée has three exercises at least', () => {
  expect(Object.values(preparations).map(({ exercises }) => exercises.length >= 3)).toEqual([true, true, true, true, true, true])
})

test.each(exercises)('%s: « %s » accepts its own answer in every variant, and says all that it has to say', (_badge, _title, source) => {
  for (let seed = 0; seed < 200; seed++) {
    const variant = makeVariant(source, seed)
    const texts = variant.kind === 'number' ? [variant.written] : variant.kind === 'text' ? variant.accepted : []
    for (const text of texts) expect(correctAnswer(variant, { text }), text).toMatchObject({ isRight: true })
    const keys =
      variant.kind === 'choice'
        ? variant.options.filter(({ isRight }) => isRight).map(({ key }) => key)
        : variant.kind === 'order'
          ? variant.steps.map(({ key }) => key).sort()
          : []
    if (texts.length === 0) expect(correctAnswer(variant, { keys })).toMatchObject({ isRight: true })
    expect(`${variant.statement}${variant.correction}`).not.toMatch(/[{}]|NaN/)
  }
})
