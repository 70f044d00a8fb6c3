/** As the database keeps it in `search_name`, with what people abbreviate written out: « St-Benoît » → "saint benoit". */
export function normalizePlace(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?s?)\b/g, 'saint$1')
    .trim()
}

export type PlaceQuery = { name: string; department?: string; postalCode?: string }

/** « Poitiers », « 86000 », « Poitiers 86000 », « Poitiers (86) », « Ajaccio 2A ». */
export function readPlace(text: string): PlaceQuery {
  const words = normalizePlace(text.slice(0, 100))
  const found = /^(.*?) ?\b(\d{5}|\d{2,3}|2[ab])$/.exec(words)
  if (!found) return { name: words }
  const [, name = '', number = ''] = found
  if (number.length === 5) return { name, postalCode: number }
  return name === '' ? { name, postalCode: number } : { name, department: number.toUpperCase() }
}
