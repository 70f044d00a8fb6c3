// Numbers as people write them, in French and in English: `3,6`, `12 000`, `1,2 × 10^3`, `1.2e3`, `1,234.5`.
import { plainSuperscripts } from './expression.ts'

/** A number, how many significant figures it was written with, and what stands after it. */
type WrittenNumber = { value: number; figures: number; rest: string }

const GROUPED = String.raw`\d{1,3}(?:[\u0020\u00a0\u2009\u202f']\d{3})+(?!\d)(?:[.,]\d+)?`
const ENGLISH = String.raw`\d{1,3}(?:,\d{3})+\.\d+`
const PLAIN = String.raw`\d+(?:[.,]\d*)?|[.,]\d+`
const NUMBER = new RegExp(String.raw`^([-+]?)\s*(${ENGLISH}|${GROUPED}|${PLAIN})(?:\s*[×x*·]\s*10\s*(?:\^\s*\(?\s*([-+]?\d+)\s*\)?)|[eE]([-+]?\d+))?(.*)$`, 's')

export function readWrittenNumber(text: string): WrittenNumber | undefined {
  // `3.10^3` is a product, as one writes it by hand.
  const plain = plainSuperscripts(text.trim().replace(/[−–]/g, '-')).replace(/(\d)\s*\.\s*10\s*\^/, '$1*10^')
  const match = NUMBER.exec(plain)
  if (!match) return undefined
  const [, sign, written = '', power, exponent, rest = ''] = match
  const isEnglish = /,.*\./.test(written)
  const digits = (isEnglish ? written.replaceAll(',', '') : written.replace(',', '.')).replace(/[^\d.]/g, '')
  const value = Number(`${sign}${digits}e${power ?? exponent ?? 0}`)
  if (!Number.isFinite(value)) return undefined
  return { value, figures: countFigures(digits), rest: rest.trim() }
}

/** Zeros before the first other digit do not count, all that follow do. */
const countFigures = (digits: string): number => digits.replace('.', '').replace(/^0+(?=.)/, '').length

const SUPERSCRIPTS: Record<string, string> = { '-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, index) => [String(index), digit])) }
const THIN = '\u202f'

/** As a book prints it; with as many significant figures as asked, or as few as the value needs. */
export function writeNumber(value: number, language: 'fr' | 'en', figures?: number): string {
  const tidy = Number(value.toPrecision(10))
  if (tidy === 0) return '0'
  const needed = figures ?? (figuresOf(tidy) > 6 ? 4 : figuresOf(tidy))
  const [mantissa = '', power = '0'] = tidy.toExponential(needed - 1).split('e')
  const exponent = Number(power)
  const isScientific = exponent < -3 || exponent > 6 || (figures !== undefined && exponent >= figures)
  const point = (text: string) => (language === 'fr' ? text.replace('.', ',') : text).replace('-', '−')
  if (isScientific) return `${point(mantissa)}\u00a0×\u00a010${[...String(exponent)].map((digit) => SUPERSCRIPTS[digit]).join('')}`
  const [whole = '', decimals] = Number(`${mantissa}e${exponent}`)
    .toFixed(Math.max(0, needed - 1 - exponent))
    .split('.')
  const grouped = whole.replace(/^(-?)(\d{5,})$/, (_all, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, THIN))
  return point(decimals ? `${grouped}.${decimals}` : grouped)
}

const figuresOf = (value: number): number => value.toExponential().split('e')[0]!.replace(/[-.]/g, '').length
