// Who leaves one school for another: at every stage, from the code in a satchel to the yes of both sides.
import type { StructureKey } from './structures.table-data.ts'

export type DepartureSeed = {
  from: StructureKey
  className: string
  /** Places in the class list. */
  places: readonly number[]
  /** Who prepares the codes; those who look after people say yes beforehand when they name the destination. */
  by: string
  daysAgo: number
  to?: StructureKey
  /** Who enters the codes there, and for which class. */
  arrival?: { by: string; className?: string }
}

const at = (address: string) => `${address}.demo.boat.test`

export const departures: readonly DepartureSeed[] = [
  { from: 'rabelais', className: 'CM2', places: [13, 14, 15, 16, 17, 18, 19, 20], by: at('cm2@rabelais'), daysAgo: 6 },
  // A family that moved during the year: arrived, with all badges.
  {
    from: 'rabelais',
    className: 'CM2',
    places: [23],
    by: at('directrice@rabelais'),
    daysAgo: 9,
    to: 'bedel',
    arrival: { by: at('principale@bedel'), className: '6e A' },
  },
  // Waits for the primary school.
  { from: 'rabelais', className: 'CM2', places: [22], by: at('cm2@rabelais'), daysAgo: 4, to: 'bedel', arrival: { by: at('principale@bedel'), className: '6e A' } },
  // Waits for the collège.
  { from: 'bedel', className: '3e A', places: [20], by: at('cpe@bedel'), daysAgo: 3, to: 'genevoix', arrival: { by: at('proviseure@genevoix') } },
]
