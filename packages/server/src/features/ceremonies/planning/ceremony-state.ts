import { inParis } from '#kit/paris-time.ts'

/** `today`: it takes place. `forgotten`: its day has passed and nothing was published, which nobody does but a person. */
export type CeremonyState = 'preparing' | 'today' | 'forgotten' | 'publishing' | 'published'

type Row = { starts_at: Date; confirmed_at: Date | null; published_at: Date | null }

export function stateOf({ starts_at, confirmed_at, published_at }: Row, now: Date): CeremonyState {
  if (published_at) return 'published'
  if (confirmed_at) return 'publishing'
  const [today, day] = [inParis(now).day, inParis(starts_at).day]
  return day === today ? 'today' : day < today ? 'forgotten' : 'preparing'
}
