const MAX_PATTERN = 300
/** Steps of one match at the very worst. */
const MAX_STEPS = 1_000_000

/** A regular expression of which it is known how many steps a text can cost at the very worst. */
export type SafePattern = { matches(text: string): boolean; stepsFor(text: string): number }

/**
 * A pattern of a schema as a regular expression, or `undefined` where its worst case is not known: no backreference,
 * nothing looked around, no repetition of what repeats or chooses by itself. What remains takes at most the length of
 * the text to the power of its repetitions, doubled by each choice.
 */
export function compilePattern(pattern: string): SafePattern | undefined {
  if (pattern.length > MAX_PATTERN || /\\[1-9kpP]|\(\?(?!:)/.test(pattern)) return undefined
  const plain = pattern
    .replace(/\\./g, 'x')
    .replace(/\[\^?[^\]]*\]/g, 'x')
    .replaceAll('(?:', '(')
  const repetitions = plain.match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0
  const choices = plain.match(/[?|]/g)?.length ?? 0
  if (2 ** choices > MAX_STEPS || repeatsRepetition(plain)) return undefined
  try {
    const expression = new RegExp(pattern, 'u')
    return { matches: (text) => expression.test(text), stepsFor: (text) => (text.length + 1) ** (repetitions + 1) * 2 ** choices }
  } catch {
    return undefined
  }
}

/** Whether the pattern can be tried on that text. */
export const isAffordable = (pattern: SafePattern, text: string): boolean => pattern.stepsFor(text) <= MAX_STEPS

/** Whether a group that is repeated holds a choice, a repetition or another group. */
function repeatsRepetition(plain: string): boolean {
  const open: number[] = []
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] === '(') open.push(at)
    if (plain[at] !== ')') continue
    const inside = plain.slice((open.pop() ?? 0) + 1, at)
    if (/^[*+{]/.test(plain.slice(at + 1)) && /[*+?{|()]/.test(inside)) return true
  }
  return false
}
