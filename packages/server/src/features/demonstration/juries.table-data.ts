// Two séances of collège Maurice Bedel: one of a month ago with its minutes, one next week, in the middle of its vote.
import type { BadgeKey } from './badges.table-data.ts'
import type { NomineeSeed, WhoSeed } from './nominations.table-data.ts'
import { DOMAIN } from './structures.table-data.ts'

const at = (name: string) => `${name}.${DOMAIN}`

export type DossierSeed = { badge: BadgeKey; nominee: NomineeSeed; by: WhoSeed; deed: string; occasion: string }
export type JudgedSeed = DossierSeed & { votes: Partial<Record<WhoSeat, 'yes' | 'to-complete' | 'no'>>; decision: 'granted' | 'to-complete' | 'not-retained'; reason: string }
export type WhoSeat = 'president' | 'cpe' | 'cook'

export const clerk = at('documentaliste@bedel')
export const seats: Record<WhoSeat, string> = { president: at('principale@bedel'), cpe: at('cpe@bedel'), cook: at('chef@bedel') }
export const delegate = at('eleve@bedel')
export const english = at('anglais@bedel')
export const guest = { name: 'Nadia Bertin', function: 'Parent d’élève' }

export const past: readonly JudgedSeed[] = [
  {
    badge: 'citizen',
    nominee: ['4e B', 9],
    by: at('anglais@bedel'),
    deed: 'A réuni douze camarades pour refaire la signalétique du CDI en trois langues, et l’a menée jusqu’au bout.',
    occasion: 'en septembre et octobre',
    votes: { president: 'yes', cpe: 'yes', cook: 'yes' },
    decision: 'granted',
    reason: 'Le projet est allé jusqu’à la réalisation, et d’autres élèves l’ont porté avec lui.',
  },
  {
    badge: 'solidary',
    nominee: ['6e A', 6],
    by: at('agente@bedel'),
    deed: 'Aide chaque soir à remonter les chaises de la salle d’étude sans qu’on le lui demande.',
    occasion: 'depuis la rentrée',
    votes: { president: 'to-complete', cpe: 'yes', cook: 'to-complete' },
    decision: 'to-complete',
    reason: 'Nous aimerions lire ce que cela change pour les autres : un exemple, raconté par toi.',
  },
  {
    badge: 'eco-citizen',
    nominee: ['5e B', 12],
    by: at('eps@bedel'),
    deed: 'A ramassé les bouteilles après le cross.',
    occasion: 'le jour du cross',
    votes: { president: 'no', cpe: 'to-complete', cook: 'no' },
    decision: 'not-retained',
    reason: 'C’est un bon geste, un jour. Le badge demande une action suivie : on pourra te proposer de nouveau.',
  },
]

export const coming: readonly DossierSeed[] = [
  {
    badge: 'eco-citizen',
    nominee: ['4e B', 5],
    by: at('anglais@bedel'),
    deed: 'Pèse chaque vendredi ce qui reste dans les assiettes, affiche le résultat, et a convaincu la cuisine de proposer deux tailles de portion.',
    occasion: 'depuis octobre',
  },
  {
    badge: 'citizen',
    nominee: ['5e B', 6],
    by: at('eps@bedel'),
    deed: 'A expliqué à toute la classe comment voter pour les délégués et a tenu le bureau de vote.',
    occasion: 'à l’élection des délégués',
  },
]

/** Dossiers of others that come to the table as well. */
export const waiting: readonly { badge: BadgeKey; nominee: string }[] = [
  { badge: 'solidary', nominee: 'Marcel Poupard' },
  { badge: 'sentinel', nominee: at('cpe@bedel') },
  { badge: 'solidary', nominee: at('eleve@bedel') },
]
