// Units as pupils write them: `km/h`, `m·s⁻¹`, `m.s-1`, `g/cm³`, `mA`. Each is a factor and a dimension.
import { plainSuperscripts } from './expression.ts'

type Unit = { factor: number; dimension: string }

type Powers = Record<string, number>
const NEWTON: Powers = { kg: 1, m: 1, s: -2 }
const JOULE: Powers = { kg: 1, m: 2, s: -2 }
const WATT: Powers = { kg: 1, m: 2, s: -3 }
const VOLT: Powers = { ...WATT, A: -1 }
const PASCAL: Powers = { kg: 1, m: -1, s: -2 }

/** Those that take a prefix. */
const PREFIXED: Record<string, [number, Powers]> = {
  m: [1, { m: 1 }],
  g: [1e-3, { kg: 1 }],
  s: [1, { s: 1 }],
  A: [1, { A: 1 }],
  K: [1, { K: 1 }],
  mol: [1, { mol: 1 }],
  cd: [1, { cd: 1 }],
  L: [1e-3, { m: 3 }],
  l: [1e-3, { m: 3 }],
  N: [1, NEWTON],
  J: [1, JOULE],
  W: [1, WATT],
  Wh: [3600, JOULE],
  V: [1, VOLT],
  Ω: [1, { ...VOLT, A: -2 }],
  C: [1, { A: 1, s: 1 }],
  Hz: [1, { s: -1 }],
  Pa: [1, PASCAL],
  bar: [1e5, PASCAL],
  eV: [1.602176634e-19, JOULE],
  o: [1, { octet: 1 }],
}
const ALONE: Record<string, [number, Powers]> = {
  min: [60, { s: 1 }],
  h: [3600, { s: 1 }],
  j: [86_400, { s: 1 }],
  t: [1000, { kg: 1 }],
  ha: [1e4, { m: 2 }],
  '%': [1, { '%': 1 }],
  '°': [1, { '°': 1 }],
  '°C': [1, { '°C': 1 }],
  al: [9.46e15, { m: 1 }],
  ohm: PREFIXED['Ω']!,
  '€': [1, { '€': 1 }],
}
const PREFIXES: Record<string, number> = { f: 1e-15, p: 1e-12, n: 1e-9, µ: 1e-6, u: 1e-6, m: 1e-3, c: 1e-2, d: 0.1, da: 10, h: 100, k: 1000, M: 1e6, G: 1e9, T: 1e12 }

const FACTOR = /^([\p{L}%°€Ω]+)(?:\^?\(?([-+]?\d+)\)?)?$/u

/** Undefined: not a unit that we know. An empty text is a number without unit. */
export function readUnit(text: string): Unit | undefined {
  const plain = plainSuperscripts(text.trim().normalize('NFC')).replaceAll('\u2126', 'Ω').replaceAll('μ', 'µ').replace(/[−–]/g, '-')
  if (plain === '') return { factor: 1, dimension: '' }
  const pieces = plain
    .replace(/\s*\/\s*/g, ' /')
    .split(/[\s.·*×]+/)
    .filter((piece) => piece !== '' && piece !== '1')
  let factor = 1
  const powers: Powers = {}
  for (const piece of pieces) {
    const match = FACTOR.exec(piece.replace(/^\/1?/, ''))
    const known = match && symbolOf(match[1]!)
    if (!known) return undefined
    const exponent = Number(match[2] ?? 1) * (piece.startsWith('/') ? -1 : 1)
    factor *= known[0] ** exponent
    for (const [base, power] of Object.entries(known[1])) powers[base] = (powers[base] ?? 0) + power * exponent
  }
  return { factor, dimension: writeDimension(powers) }
}

function symbolOf(symbol: string): [number, Powers] | undefined {
  if (Object.hasOwn(ALONE, symbol)) return ALONE[symbol]
  if (Object.hasOwn(PREFIXED, symbol)) return PREFIXED[symbol]
  const prefix = Object.keys(PREFIXES).find((start) => symbol.startsWith(start) && Object.hasOwn(PREFIXED, symbol.slice(start.length)))
  if (prefix === undefined) return undefined
  const [factor, powers] = PREFIXED[symbol.slice(prefix.length)]!
  return [factor * PREFIXES[prefix]!, powers]
}

const writeDimension = (powers: Powers): string =>
  Object.entries(powers)
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, power]) => `${base}${power}`)
    .join(' ')

export const isSameUnit = (one: Unit, other: Unit): boolean => one.dimension === other.dimension && Math.abs(one.factor / other.factor - 1) < 1e-9
