// A badge that grows from the last year of primary school on: the académie defines it, schools adopt it.
import type { BadgeKey } from './badges.table-data.ts'
import type { StructureKey } from './structures.table-data.ts'

const at = (address: string) => `${address}.demo.boat.test`

export const growingBadge = {
  structure: 'rectorat' satisfies StructureKey,
  by: at('innovation@rectorat'),
  content: {
    name: { fr: 'Gardien·ne du vivant', en: 'Keeper of living things' },
    description: {
      fr: 'Observe le vivant autour de l’école, le protège, et entraîne les autres à en prendre soin.',
      en: 'Observes the living things around the school, protects them, and brings others to care for them.',
    },
    criteria: {
      fr: 'De l’école au lycée, l’élève :\n\n- tient un **carnet d’observation** pendant une saison au moins ;\n- agit pour un lieu précis : jardin, haie, mare, cour ;\n- explique ce qui a changé, et pourquoi.\n\nDeux adultes de l’établissement le constatent.',
    },
    tags: ['biodiversité', 'liaison CM2-6e', 'environnement'],
    imageAlt: { fr: 'Feuille verte : une pousse au-dessus de collines', en: 'Green leaf: a sprout above hills' },
    levels: [
      {
        id: 'bronze',
        name: { fr: 'Bronze', en: 'Bronze' },
        description: {
          fr: 'Observe et nomme dix espèces d’un lieu, et en prend soin avec la classe.',
          en: 'Observes and names ten species of a place, and cares for it with the class.',
        },
      },
      {
        id: 'argent',
        name: { fr: 'Argent', en: 'Silver' },
        description: {
          fr: 'Propose une action pour ce lieu et la mène avec d’autres pendant un trimestre.',
          en: 'Suggests an action for that place and leads it with others for a term.',
        },
      },
      {
        id: 'or',
        name: { fr: 'Or', en: 'Gold' },
        description: { fr: 'Forme de plus jeunes et rend compte de l’action devant des adultes.', en: 'Trains younger pupils and reports on the action before adults.' },
      },
    ],
  },
} as const

export const adoptions = [
  {
    structure: 'rabelais',
    by: at('cm2@rabelais'),
    daysAgo: 600,
    localNote: 'Chez nous, ce badge se prépare au potager, le vendredi après-midi, avec les parents jardiniers.',
  },
  { structure: 'bedel', by: at('documentaliste@bedel'), daysAgo: 300, localNote: 'Au collège, on continue avec le club nature et la mare derrière le gymnase.' },
] as const satisfies readonly { structure: StructureKey; by: string; daysAgo: number; localNote: string }[]

/** What others share beside it: a structure that looks first finds something. */
export const shared = ['helping-hand', 'hackathon', 'bullying-referent'] as const satisfies readonly BadgeKey[]

/** A pupil is told by a class and a place in it, or by an address. */
export const steps = [
  {
    structure: 'rabelais',
    by: at('cm2@rabelais'),
    daysAgo: 520,
    levelId: 'bronze',
    recipients: [{ to: at('eleve@bedel'), narrative: 'A nommé quinze oiseaux de la cour et construit deux nichoirs.', isKept: true }],
  },
  {
    structure: 'rabelais',
    by: at('cm2@rabelais'),
    daysAgo: 40,
    levelId: 'bronze',
    recipients: [
      { to: ['CM2', 0], narrative: 'A tenu le carnet du potager tout le printemps.' },
      { to: ['CM2', 3], narrative: 'Reconnaît les plantes de la haie et les présente aux CP.' },
      { to: ['CM2', 7], narrative: 'A arrosé et paillé les semis pendant les vacances.' },
    ],
  },
  {
    structure: 'bedel',
    by: at('documentaliste@bedel'),
    daysAgo: 60,
    levelId: 'argent',
    recipients: [{ to: at('eleve@bedel'), narrative: 'A proposé puis mené le nettoyage de la mare, avec huit élèves de 6e.', isKept: true }],
  },
] as const satisfies readonly {
  structure: StructureKey
  by: string
  daysAgo: number
  levelId: string
  recipients: readonly { to: string | readonly [className: string, place: number]; narrative: string; isKept?: true }[]
}[]
