// How much of a name a hall sees: never more than staff chose, nor than the person asked for.
import type { Display } from '../ceremony.schema.ts'

type Named = { givenName: string; familyName: string; className: string; display: Display; wish: Display | null }
export type ShownName = { name: string | null; className: string | null }

const RESERVE: Record<Display, number> = { full: 0, 'first-name': 1, nothing: 2 }

export const effectiveDisplay = ({ display, wish }: Pick<Named, 'display' | 'wish'>): Display => (wish && RESERVE[wish] > RESERVE[display] ? wish : display)

/** Null: the badge is shown with « une personne ». Only a full name goes with the class. */
export function shownName(person: Named): ShownName {
  const display = effectiveDisplay(person)
  if (display === 'nothing') return { name: null, className: null }
  // Somebody without an account has one name, of which the first word is the first.
  if (display === 'first-name') return { name: person.familyName ? person.givenName : (person.givenName.split(/\s+/)[0] ?? ''), className: null }
  return { name: `${person.givenName} ${person.familyName}`.trim(), className: person.className || null }
}
