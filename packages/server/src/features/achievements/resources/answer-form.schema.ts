import type { Answer } from '../browser/correct-answer.ts'

/** What a form of an exercise holds: a text, boxes ticked, or the place of each step. */
export function readAnswer(kind: 'number' | 'choice' | 'text' | 'order', form: FormData): Answer {
  if (kind === 'number' || kind === 'text') return { text: String(form.get('answer') ?? '').slice(0, 500) }
  if (kind === 'choice') return { keys: form.getAll('option').map(Number) }
  const places = [...form].filter(([name]) => name.startsWith('place.')).map(([name, place]) => ({ key: Number(name.slice('place.'.length)), place: Number(place) }))
  const isWhole = new Set(places.map(({ place }) => place)).size === places.length && places.every(({ place }) => place >= 1)
  return { keys: isWhole ? places.sort((a, b) => a.place - b.place).map(({ key }) => key) : [] }
}

/** Any text is some variant. */
export function readSeed(text: unknown): number {
  const seed = Number(text)
  return Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295 ? seed : 1
}
