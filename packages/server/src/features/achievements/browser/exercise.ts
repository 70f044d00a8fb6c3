// An exercise in one of its variants, as it is shown: pure, the same in the page and on the server.
import type { ExerciseSource } from '../resources/exercise.schema.ts'
import { drawValues, fillIn, finite, linesOf, randomFrom, readVariables, shuffle } from './draw-variant.ts'
import { ExerciseProblem, inField } from './exercise-problem.ts'
import { readFormula } from './expression.ts'
import { writeNumber } from './number-text.ts'
import { readUnit } from './units.ts'

type Option = { key: number; text: string; isRight: boolean; says: string }
export type Step = { key: number; text: string }

type Shared = { seed: number; language: 'fr' | 'en'; statement: string; correction: string }
export type NumberVariant = Shared & {
  kind: 'number'
  value: number
  unit: string
  acceptsOtherUnits: boolean
  figures: number | null
  tolerance: number
  traps: { value: number; says: string }[]
  /** The answer as the correction would write it. */
  written: string
}
export type ChoiceVariant = Shared & { kind: 'choice'; isSeveral: boolean; options: Option[] }
export type TextVariant = Shared & { kind: 'text'; accepted: string[]; isCased: boolean; traps: { text: string; says: string }[] }
export type OrderVariant = Shared & { kind: 'order'; steps: Step[] }
export type Variant = NumberVariant | ChoiceVariant | TextVariant | OrderVariant

/** Throws an ExerciseProblem where the author made a mistake. */
export function makeVariant(source: ExerciseSource, seed: number): Variant {
  const random = randomFrom(seed)
  const { language } = source
  const values = inField('variables', () => drawValues(readVariables(source.variables), random))
  const fill = (field: string, text: string) => inField(field, () => fillIn(text, values, language))
  const shared = { seed, language, statement: fill('statement', source.statement), correction: fill('correction', source.correction) }
  const calculate = (field: string, formula: string) => inField(field, () => finite(readFormula(formula)(values), formula))
  switch (source.kind) {
    case 'number': {
      if (source.answer === '') throw new ExerciseProblem('no_answer', {}, 'answer')
      if (!readUnit(source.unit)) throw new ExerciseProblem('unknown_unit', { unit: source.unit }, 'unit')
      const value = calculate('answer', source.answer)
      const { unit, acceptsOtherUnits, figures, tolerance } = source
      const traps = saidOf(source.traps).map(({ text, says }) => ({ value: calculate('traps', text), says: fill('traps', says) }))
      return { kind: 'number', ...shared, value, unit, acceptsOtherUnits, figures, tolerance, traps, written: writeAnswer(value, source) }
    }
    case 'choice':
      return { kind: 'choice', ...shared, ...readOptions(source.options, (text) => fill('options', text), random) }
    case 'text': {
      const accepted = linesOf(source.accepted).map((text) => fill('accepted', text))
      if (accepted.length === 0) throw new ExerciseProblem('no_answer', {}, 'accepted')
      const traps = saidOf(source.traps).map(({ text, says }) => ({ text: fill('traps', text), says: fill('traps', says) }))
      return { kind: 'text', ...shared, accepted, isCased: source.isCased, traps }
    }
    case 'order':
      return { kind: 'order', ...shared, steps: readSteps(source.steps, (text) => fill('steps', text), random) }
  }
}

const writeAnswer = (value: number, { language, figures, unit }: ExerciseSource): string =>
  [writeNumber(value, language, figures ?? undefined), unit].filter(Boolean).join('\u00a0')

/** `what | says`, one a line. */
function saidOf(text: string): { text: string; says: string }[] {
  return linesOf(text).map((line) => {
    const [what = '', says = ''] = splitOnce(line)
    if (says === '') throw new ExerciseProblem('trap_says_nothing', { line }, 'traps')
    return { text: what, says }
  })
}

function splitOnce(line: string): [string, string] {
  const bar = line.indexOf('|')
  return bar < 0 ? [line, ''] : [line.slice(0, bar).trim(), line.slice(bar + 1).trim()]
}

function readOptions(text: string, fill: (text: string) => string, random: () => number): { isSeveral: boolean; options: Option[] } {
  const options = linesOf(text).map((line, key) => {
    const [what, says] = splitOnce(line)
    const [, mark, option] = /^([-+−–])\s*(.+)$/.exec(what) ?? []
    if (!mark || !option) throw new ExerciseProblem('option_without_mark', { line }, 'options')
    return { key, text: fill(option), isRight: mark === '+', says: fill(says) }
  })
  const rightOnes = options.filter(({ isRight }) => isRight).length
  if (options.length < 2) throw new ExerciseProblem('too_few_options', {}, 'options')
  if (rightOnes === 0) throw new ExerciseProblem('no_right_option', {}, 'options')
  const twice = options.find(({ text, key }) => options.some((other) => other.key > key && other.text === text))
  if (twice) throw new ExerciseProblem('same_options', { text: twice.text }, 'options')
  return { isSeveral: rightOnes > 1, options: shuffle(options, random) }
}

function readSteps(text: string, fill: (text: string) => string, random: () => number): Step[] {
  const steps = linesOf(text).map((line, key) => ({ key, text: fill(line) }))
  if (steps.length < 3) throw new ExerciseProblem('too_few_steps', {}, 'steps')
  const shuffled = shuffle(steps, random)
  // Never in the right order from the start.
  return shuffled.every(({ key }, index) => key === index) ? [...shuffled.slice(1), shuffled[0]!] : shuffled
}

const TRIED_SEEDS = 60

/** What keeps it from being given, in any of a good many variants. */
export function findProblem(source: ExerciseSource): ExerciseProblem | undefined {
  try {
    for (let seed = 1; seed <= TRIED_SEEDS; seed++) makeVariant(source, seed)
    return undefined
  } catch (error) {
    if (error instanceof ExerciseProblem) return error
    throw error
  }
}
