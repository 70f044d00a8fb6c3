// The numbers of one variant: drawn from what the author allows, the same for the same seed.
import { ExerciseProblem } from './exercise-problem.ts'
import { type Formula, isReserved, readFormula, type Values } from './expression.ts'
import { readWrittenNumber, writeNumber } from './number-text.ts'

type Variable = { name: string; draw: (random: () => number, values: Values) => number }

const MAX_STEPS = 10_000
const NAMED = /^\{?(\p{L}[\p{L}\p{N}_]*)\}?\s*([:=])\s*(.+)$/u
const RANGE = /^(.+?)\s+(?:à|to)\s+(.+?)(?:\s+(?:pas|step)\s+(.+))?$/u

/** One a line: `a : 18 à 126 pas 18`, `b : 2 ; 5 ; 10`, `v = a / 3,6`. Each may use those above it. */
export function readVariables(text: string): Variable[] {
  const names = new Set<string>()
  return linesOf(text).map((line) => {
    const [, name, sign, rest] = NAMED.exec(line) ?? []
    if (!name || !rest) throw new ExerciseProblem('bad_line', { line })
    if (isReserved(name)) throw new ExerciseProblem('reserved_name', { name })
    if (names.has(name)) throw new ExerciseProblem('same_name', { name })
    names.add(name)
    return { name, draw: sign === '=' ? derived(name, readFormula(rest)) : drawn(line, rest) }
  })
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const derived = (name: string, formula: Formula) => (_random: () => number, values: Values) => finite(formula(values), name)

function drawn(line: string, rest: string) {
  const choices = rest.includes(';') ? rest.split(';').map((text) => numberIn(text, line)) : rangeOf(rest, line)
  return (random: () => number) => choices[Math.floor(random() * choices.length)]!
}

function rangeOf(rest: string, line: string): number[] {
  const [, from, to, step = '1'] = RANGE.exec(rest) ?? []
  if (from === undefined || to === undefined) return [numberIn(rest, line)]
  const [first, last, by] = [numberIn(from, line), numberIn(to, line), numberIn(step, line)]
  const count = Math.floor((last - first) / by + 1e-9) + 1
  if (!(by > 0) || !(count >= 1)) throw new ExerciseProblem('empty_range', { line })
  if (count > MAX_STEPS) throw new ExerciseProblem('wide_range', { line })
  return Array.from({ length: count }, (_, index) => Number((first + index * by).toPrecision(12)))
}

function numberIn(text: string, line: string): number {
  const written = readWrittenNumber(text)
  if (written?.rest !== '') throw new ExerciseProblem('bad_line', { line })
  return written.value
}

export function finite(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new ExerciseProblem('no_value', { name })
  return value
}

export function drawValues(variables: readonly Variable[], random: () => number): Values {
  const values: Record<string, number> = {}
  for (const { name, draw } of variables) values[name] = draw(random, values)
  return values
}

const FILLED = /\{([^{}:]+)(?::\s*(\d{1,2})\s*)?\}/g

/** A text with its numbers: `{a}`, `{a / 3,6}`, and `{v:3}` with three significant figures. */
export const fillIn = (text: string, values: Values, language: 'fr' | 'en'): string =>
  text.replace(FILLED, (_all, formula: string, figures?: string) =>
    writeNumber(finite(readFormula(formula)(values), formula.trim()), language, figures ? Math.min(10, Math.max(1, Number(figures))) : undefined),
  )

/** Mulberry32: small, the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
  }
  return shuffled
}
