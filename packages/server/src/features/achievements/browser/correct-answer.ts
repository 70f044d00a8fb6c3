// Right, or what to look at again. There is no score: an answer is right or is not yet.
import type { ChoiceVariant, NumberVariant, OrderVariant, TextVariant, Variant } from './exercise.ts'
import { readWrittenNumber } from './number-text.ts'
import { isSameUnit, readUnit } from './units.ts'

/** What was typed, the keys of what was ticked, or the keys in the order in which they were put. */
export type Answer = { text: string } | { keys: readonly number[] }

/** `says` is what the author wrote about this very answer; `code` names a sentence of ours. */
export type Finding = { isRight: boolean; code: string; detail?: Record<string, string | number>; says?: string[] }

export function correctAnswer(variant: Variant, answer: Answer): Finding {
  const text = 'text' in answer ? answer.text : ''
  const keys = 'keys' in answer ? answer.keys : []
  switch (variant.kind) {
    case 'number':
      return correctNumber(variant, text)
    case 'choice':
      return correctChoice(variant, keys)
    case 'text':
      return correctText(variant, text)
    case 'order':
      return correctOrder(variant, keys)
  }
}

const RIGHT: Finding = { isRight: true, code: 'right' }
const notYet = (code: string, detail: Record<string, string | number> = {}): Finding => ({ isRight: false, code, detail })

function correctNumber(variant: NumberVariant, text: string): Finding {
  if (text.trim() === '') return notYet('empty')
  const written = readWrittenNumber(text)
  if (!written) return notYet('not_a_number')
  const asked = readUnit(variant.unit)!
  const given = readUnit(written.rest)
  if (!given) return notYet('unit_unknown', { unit: written.rest })
  if (written.rest === '' && variant.unit !== '') {
    const isValueRight = isClose(written.value, variant)
    return trapFor(variant, written.value) ?? notYet(isValueRight ? 'unit_missing_value_right' : 'unit_missing')
  }
  if (variant.unit === '' && written.rest !== '') return notYet('unit_not_needed', { unit: written.rest })
  if (given.dimension !== asked.dimension) return notYet('unit_wrong', { unit: written.rest })
  if (!variant.acceptsOtherUnits && !isSameUnit(given, asked)) return notYet('unit_not_asked', { unit: variant.unit })
  const value = written.value * (given.factor / asked.factor)
  return judgeValue(variant, value, written.figures)
}

function judgeValue(variant: NumberVariant, value: number, figures: number): Finding {
  const asked = variant.figures
  if (isClose(value, variant)) return asked === null || figures === asked ? RIGHT : notYet(figures > asked ? 'figures_too_many' : 'figures_too_few', { asked, given: figures })
  if (asked !== null && figures < asked && isClose(value, { ...variant, figures })) return notYet('figures_too_few', { asked, given: figures })
  const trap = trapFor(variant, value)
  if (trap) return trap
  if (isClose(-value, variant)) return notYet('sign')
  const power = Math.round(Math.log10(Math.abs(value / variant.value)))
  if (power !== 0 && Number.isFinite(power) && isClose(value / 10 ** power, variant)) return notYet('power_of_ten')
  return notYet('value')
}

const trapFor = (variant: NumberVariant, value: number): Finding | undefined => {
  const trap = variant.traps.find((known) => !isClose(known.value, variant) && isClose(value, { ...variant, value: known.value }))
  return trap && { isRight: false, code: 'trap', says: [trap.says] }
}

type Close = Pick<NumberVariant, 'value' | 'figures' | 'tolerance'>

/** Within half of the last figure asked, or within the tolerance where none is. */
function isClose(value: number, { value: right, figures, tolerance }: Close): boolean {
  const size = Math.abs(right)
  if (size === 0) return Math.abs(value) < 1e-12
  const allowed = figures === null ? (tolerance / 100) * size : 0.5 * 10 ** (Math.floor(Math.log10(size)) - figures + 1)
  return Math.abs(value - right) <= allowed * (1 + 1e-6) + size * 1e-9
}

function correctChoice({ options, isSeveral }: ChoiceVariant, keys: readonly number[]): Finding {
  const chosen = options.filter(({ key }) => keys.includes(key))
  if (chosen.length === 0) return notYet('nothing_chosen')
  const says = chosen.map((option) => option.says).filter((text) => text !== '')
  const wrong = chosen.filter(({ isRight }) => !isRight)
  if (wrong.length === 0 && options.every(({ key, isRight }) => isRight === keys.includes(key))) return { ...RIGHT, ...(says.length > 0 && { says }) }
  if (wrong.length === 0) return notYet('some_missing')
  const saidOfWrong = wrong.map((option) => option.says).filter((text) => text !== '')
  return { isRight: false, code: saidOfWrong.length > 0 ? 'trap' : isSeveral ? 'some_wrong' : 'choice', ...(saidOfWrong.length > 0 && { says: saidOfWrong }) }
}

function correctText({ accepted, traps, isCased }: TextVariant, text: string): Finding {
  const given = plain(text, isCased)
  if (given === '') return notYet('empty')
  if (accepted.some((right) => plain(right, isCased) === given)) return RIGHT
  const trap = traps.find((known) => plain(known.text, isCased) === given)
  if (trap) return { isRight: false, code: 'trap', says: [trap.says] }
  return notYet(isCased && accepted.some((right) => plain(right, false) === plain(text, false)) ? 'casing' : 'text')
}

/** Without accents, small letters unless they matter, and however spaces and signs of multiplication were typed. */
function plain(text: string, isCased: boolean): string {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[×·]/g, '*')
    .replace(/[÷:]/g, '/')
    .replace(/[−–—]/g, '-')
    .replace(/\s*([-=+*/^()'])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s«»"“”]+|[\s.!?;«»"“”]+$/g, '')
  return isCased ? bare : bare.toLowerCase()
}

function correctOrder({ steps }: OrderVariant, keys: readonly number[]): Finding {
  if (new Set(keys).size !== steps.length || keys.length !== steps.length) return notYet('order_incomplete')
  const firstWrong = keys.findIndex((key, index) => key !== index)
  return firstWrong < 0 ? RIGHT : notYet('order', { count: firstWrong })
}
