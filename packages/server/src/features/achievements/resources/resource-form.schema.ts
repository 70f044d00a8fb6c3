import type { ExerciseSource } from './exercise.schema.ts'
import { ExerciseSource as ExerciseSchema } from './exercise.schema.ts'
import type { ResourceInput, ResourceKind } from './resource.schema.ts'

export type Values = Record<string, string>

const text = (values: Values, name: string): string => values[name]?.trim() ?? ''
const said = (values: Values, name: string) => text(values, name) || undefined

/** What the form of a resource says, before it is checked. */
export function readResource(kind: ResourceKind, values: Values): unknown {
  return {
    kind,
    title: { fr: text(values, 'title.fr'), en: said(values, 'title.en') },
    hint: { fr: text(values, 'hint.fr'), en: said(values, 'hint.en') },
    isPublic: values['isPublic'] === 'yes',
    ...(said(values, 'address') || kind === 'link' ? { address: text(values, 'address') } : {}),
    ...(kind === 'exercise' && { exercise: readExercise(values) }),
    ...(kind === 'video' && { captions: values['captions'] ?? (values['withoutCaptions'] === 'yes' ? null : undefined) }),
  }
}

function readExercise(values: Values): Record<string, unknown> {
  const of = (name: string) => text(values, `exercise.${name}`)
  const figures = Number(of('figures'))
  const tolerance = Number(of('tolerance').replace(',', '.'))
  return {
    ...Object.fromEntries(['kind', 'language', 'statement', 'variables', 'answer', 'unit', 'traps', 'options', 'accepted', 'steps', 'correction'].map((name) => [name, of(name)])),
    acceptsOtherUnits: of('acceptsOtherUnits') === 'yes',
    isCased: of('isCased') === 'yes',
    figures: of('figures') === '' ? null : figures,
    tolerance: of('tolerance') === '' ? 1 : tolerance,
  }
}

/** For the try-out beside the form: the exercise as far as it is written, if it can be read at all. */
export const readTryOut = (values: Values): ExerciseSource | undefined => ExerciseSchema.safeParse(readExercise(values)).data

export const resourceValues = (content: ResourceInput): Values => ({
  'title.fr': content.title.fr,
  'title.en': content.title.en ?? '',
  'hint.fr': content.hint?.fr ?? '',
  'hint.en': content.hint?.en ?? '',
  isPublic: content.isPublic ? 'yes' : '',
  address: 'address' in content ? (content.address ?? '') : '',
  ...(content.kind === 'exercise' && exerciseValues(ExerciseSchema.parse(content.exercise))),
})

const exerciseValues = ({ acceptsOtherUnits, isCased, figures, tolerance, ...texts }: ExerciseSource): Values => ({
  ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [`exercise.${name}`, value])),
  'exercise.acceptsOtherUnits': acceptsOtherUnits ? 'yes' : '',
  'exercise.isCased': isCased ? 'yes' : '',
  'exercise.figures': figures === null ? '' : String(figures),
  'exercise.tolerance': String(tolerance).replace('.', ','),
})

/** What a new exercise starts from: whoever has never written one sees how it is done. */
export const FIRST_EXERCISE: Values = {
  'exercise.kind': 'number',
  'exercise.language': 'fr',
  'exercise.statement': 'Une voiture roule à {a} km/h. Quelle est sa vitesse en m/s ?',
  'exercise.variables': 'a : 36 à 126 pas 18',
  'exercise.answer': 'a / 3,6',
  'exercise.unit': 'm/s',
  'exercise.acceptsOtherUnits': '',
  'exercise.figures': '',
  'exercise.tolerance': '1',
  'exercise.traps': 'a * 3,6 | Tu as multiplié par 3,6 : pour passer des km/h aux m/s, on divise.',
  'exercise.correction': '1 km/h = 1 000 m ÷ 3 600 s, donc on divise par 3,6.\nv = {a} ÷ 3,6 = {a / 3,6} m/s.',
}
