// Formulas as teachers write them: `{a} / 3,6`, `racine(2 × g × h)`, `4/3 × π × r³`. Nothing is ever run that is not one of these.
import { ExerciseProblem } from './exercise-problem.ts'

export type Values = Readonly<Record<string, number>>
export type Formula = (values: Values) => number

const FUNCTIONS: Record<string, (value: number) => number> = { racine: Math.sqrt, sqrt: Math.sqrt, abs: Math.abs }
const CONSTANTS: Record<string, number> = { pi: Math.PI, π: Math.PI }
export const isReserved = (name: string): boolean => Object.hasOwn(FUNCTIONS, name) || Object.hasOwn(CONSTANTS, name)

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
export const plainSuperscripts = (text: string): string =>
  text.replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (digits) => `^${[...digits].map((digit) => (digit === '⁻' ? '-' : SUPERSCRIPTS.indexOf(digit))).join('')}`)

const MAX_DEPTH = 40

export function readFormula(text: string): Formula {
  const tokens = tokensOf(text)
  let at = 0
  let depth = 0
  const wrong = () => new ExerciseProblem('bad_formula', { text: text.trim() })
  const take = (...symbols: string[]) => (symbols.includes(tokens[at] ?? '') ? tokens[at++] : undefined)

  function sum(): Formula {
    if (++depth > MAX_DEPTH) throw wrong()
    let left = product()
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) left = combine(sign, left, product())
    depth--
    return left
  }
  function product(): Formula {
    let left = signed()
    for (let sign = take('*', '/'); sign; sign = take('*', '/')) left = combine(sign, left, signed())
    return left
  }
  function signed(): Formula {
    let isNegative = false
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) isNegative = sign === '-' ? !isNegative : isNegative
    const value = power()
    return isNegative ? (values) => -value(values) : value
  }
  function power(): Formula {
    let left = atom()
    while (take('^')) {
      const isNegative = take('-') !== undefined
      const exponent = atom()
      const base = left
      left = (values) => base(values) ** (isNegative ? -exponent(values) : exponent(values))
    }
    return left
  }
  function atom(): Formula {
    const token = tokens[at++]
    if (token === undefined) throw wrong()
    if (token === '(') {
      const inner = sum()
      if (!take(')')) throw wrong()
      return inner
    }
    if (/^\d/.test(token)) return always(Number(token.replace(',', '.')))
    if (!/^\p{L}/u.test(token)) throw wrong()
    if (Object.hasOwn(FUNCTIONS, token)) {
      if (tokens[at] !== '(') throw wrong()
      const inner = atom()
      return (values) => FUNCTIONS[token]!(inner(values))
    }
    if (Object.hasOwn(CONSTANTS, token)) return always(CONSTANTS[token]!)
    return (values) => {
      if (!Object.hasOwn(values, token)) throw new ExerciseProblem('unknown_name', { name: token })
      return values[token]!
    }
  }

  const formula = sum()
  if (at < tokens.length) throw wrong()
  return formula
}

const always =
  (value: number): Formula =>
  () =>
    value

const OPERATIONS: Record<string, (left: number, right: number) => number> = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b }
const combine =
  (sign: string, left: Formula, right: Formula): Formula =>
  (values) =>
    OPERATIONS[sign]!(left(values), right(values))

const TOKEN = /\s*(\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|\p{L}[\p{L}\p{N}_]*|[-+*/^()])/uy

function tokensOf(text: string): string[] {
  const plain = plainSuperscripts(text.replace(/[×·]/g, '*').replace(/[÷:]/g, '/').replace(/[−–]/g, '-').replace(/[{}]/g, '')).trimEnd()
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain)
    if (!match) throw new ExerciseProblem('bad_formula', { text: text.trim() })
    tokens.push(match[1]!)
  }
  return tokens
}
