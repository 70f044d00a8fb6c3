/** 'DUPONT-DURAND' → 'Dupont-Durand', "D'ALMEIDA" → "d'Almeida", 'DE LA TOUR' → 'de La Tour'. What was typed in mixed case is left alone. */
export function normalizeName(name: string, part: 'family' | 'given'): string {
  const isAllLower = name === name.toLocaleLowerCase('fr')
  const words = name.split(' ')
  const done: string[] = []
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1
    if (!isAllLower && !isShouted(word.replace(/^d['’]/, ''))) done.push(word)
    else if (NUMERALS.test(word)) done.push(word.toLocaleUpperCase('fr'))
    else if (!isLast && isParticle(word, done.at(-1), part)) done.push(word.toLocaleLowerCase('fr'))
    else done.push(word.split('-').map(capitalize).join('-'))
  }
  return done.join(' ')
}

// French registers write "de" and "d'" small, and "Le", "La", "Da", "Ben", "El" large. Inside a Vietnamese name, "Van" is a name.
const FRENCH = new Set(['de', 'du', 'des'])
const GERMANIC = new Set(['von', 'van', 'der', 'den', 'ter', 'zu'])
const NUMERALS = /^(?:II|III|IV)$/i

function isParticle(word: string, before: string | undefined, part: 'family' | 'given'): boolean {
  const lower = word.toLocaleLowerCase('fr')
  if (part === 'given') return before !== undefined && FRENCH.has(lower)
  return FRENCH.has(lower) || (GERMANIC.has(lower) && (before === undefined || GERMANIC.has(before)))
}

/** Written in capitals: the mark of a family name in a French list. */
export function isShouted(word: string): boolean {
  const letters = word.replace(/\P{L}/gu, '')
  return letters.length >= 2 && letters === letters.toLocaleUpperCase('fr') && letters !== letters.toLocaleLowerCase('fr')
}

function capitalize(part: string): string {
  const [, elided, apostrophe, rest] = /^(\p{L}{1,2})(['’])(.+)$/u.exec(part) ?? []
  if (elided !== undefined && rest !== undefined) {
    return (elided.toLocaleLowerCase('fr') === 'd' ? 'd' : capitalize(elided)) + apostrophe + capitalize(rest)
  }
  const lower = part.toLocaleLowerCase('fr')
  const capital = lower.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('fr'))
  return capital.replace(/^Mc(\p{L})(?=\p{L}{2})/u, (_, letter: string) => `Mc${letter.toLocaleUpperCase('fr')}`)
}

export type SplitName = { familyName: string; givenName: string; isGuessed: boolean }

/** 'DUPONT Jean-Marie', 'Jean-Marie DUPONT', 'Dupont, Jean-Marie'; otherwise the first or the last word, which is a guess. */
export function splitFullName(name: string, givenFirst: boolean): SplitName {
  const [before, after, more] = name.split(',').map((part) => part.trim())
  if (after !== undefined && more === undefined && before !== '' && after !== '') return { familyName: before!, givenName: after, isGuessed: false }
  const words = name.split(' ')
  const shouted = words.map(isShouted)
  const first = shouted.indexOf(true)
  const last = shouted.lastIndexOf(true)
  if (first === -1 || shouted.every(Boolean)) return guessSplit(words, givenFirst)
  // "de LA TOUR Jean", "Jean de LA TOUR": the particle belongs to the capitals that follow it.
  let start = first
  while (start > 0 && BEFORE_CAPITALS.has(words[start - 1]!)) start -= 1
  const givenWords = [...words.slice(0, start), ...words.slice(last + 1)]
  if (givenWords.length === 0) return guessSplit(words, givenFirst)
  const isInTheMiddle = start > 0 && last < words.length - 1
  return { familyName: words.slice(start, last + 1).join(' '), givenName: givenWords.join(' '), isGuessed: isInTheMiddle }
}

function guessSplit(words: string[], givenFirst: boolean): SplitName {
  if (words.length < 2) return { familyName: words[0] ?? '', givenName: '', isGuessed: false }
  const nameAt = words.findIndex((word) => !OPENING.test(word))
  const cut = Math.min(Math.max(givenFirst ? 1 : nameAt + 1, 1), words.length - 1)
  const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
  return givenFirst ? { givenName: head, familyName: tail, isGuessed: true } : { familyName: head, givenName: tail, isGuessed: true }
}

const BEFORE_CAPITALS = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'von', 'van', 'der', 'den', 'da', 'do', 'dos'])
const OPENING = /^(?:de|du|des|la|le|les|von|van|der|den|da|do|dos|el|al|ben|saint|st)$/i
