import { nomineeKey } from '../nominee-key.ts'

const CIVILITIES = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'mrs', 'ms', 'miss', 'dr'])
/** Shorter words differ too easily by one letter. */
const MIN_FOR_SLIP = 5

/** Two ways to write one name: without the first name, with an initial, the other way round, with a slip of one letter. A guess, for a person to confirm. */
export function isSamePerson(one: string, other: string): boolean {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]]
  const left = [...longer]
  let isFamilyName = false
  for (const word of shorter) {
    const place = left.findIndex((candidate) => isSameWord(word, candidate))
    if (place < 0) return false
    isFamilyName ||= word.length > 2 && left[place]!.length > 2
    left.splice(place, 1)
  }
  return isFamilyName
}

const wordsOf = (name: string): string[] =>
  nomineeKey({ name })
    .slice('name:'.length)
    .split(' ')
    .filter((word) => word !== '' && !CIVILITIES.has(word))

const isSameWord = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a) || (Math.min(a.length, b.length) >= MIN_FOR_SLIP && isOneSlip(a, b))

/** One letter more, less or other. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  const rests = [a.slice(start + 1) === b.slice(start + 1), a.slice(start + 1) === b.slice(start), a.slice(start) === b.slice(start + 1)]
  return rests.includes(true)
}
