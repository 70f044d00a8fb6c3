// Two badges a term out of six: the programme of the physics teachers, what they say again and again, and where each pupil stands.
import type { BadgeKey } from './badges.table-data.ts'

const at = (address: string) => `${address}.demo.boat.test`
export const marion = at('enseignante@genevoix')
export const hugo = at('physique@genevoix')

export const physics = {
  name: 'Physique-chimie en seconde : 2 badges par trimestre',
  description:
    'Six erreurs qui reviennent, six badges. Chacun en valide deux par trimestre, dans l’ordre qui lui va, quand il se sent prêt : cinq minutes au bureau, autant de fois qu’il le faut. Les badges pris d’avance comptent pour le trimestre suivant.',
  badges: ['conversions', 'significant-digits', 'units', 'formulas', 'calculation', 'charts'],
  first: { calculation: ['conversions', 'formulas'], charts: ['units'] },
  cohorts: ['2de 4', 'Groupe AP physique'],
} as const satisfies { badges: readonly BadgeKey[]; first: Partial<Record<BadgeKey, readonly BadgeKey[]>> } & Record<string, unknown>

export type PhysicsBadge = (typeof physics.badges)[number]

/** What to say, and the title of what to redo. */
export const remarks: Record<PhysicsBadge, readonly (readonly [text: string, resource?: string])[]> = {
  conversions: [
    ['Tu multiplies par 3,6 au lieu de diviser : des km/h aux m/s, le nombre diminue.', 'Des km/h aux m/s'],
    ['1 m³ = 1 000 L : refais un tableau pour les volumes, trois colonnes par unité.', 'Des litres aux mètres cubes'],
    ['Les préfixes se mélangent encore : µ vaut 10⁻⁶, n vaut 10⁻⁹.', 'Du nano au méga'],
    ['Écris le résultat en notation scientifique : un seul chiffre, non nul, avant la virgule.'],
    ['Méthode juste : il manque seulement de la vitesse. Deux séries chez toi et c’est bon.', 'Convertir sans se perdre'],
  ],
  'significant-digits': [
    ['Tu comptes les zéros de gauche : ils placent la virgule, ils ne disent rien de la mesure.', 'Combien de chiffres ?'],
    ['Ne recopie pas tous les chiffres de la calculatrice : autant que la donnée la moins précise.', 'Arrondir un quotient'],
    ['Le zéro de la fin compte : 2,50 cm et 2,5 cm ne disent pas la même chose.', '2,50 cm ou 2,5 cm ?'],
    ['Arrondis à la fin seulement, jamais au milieu du calcul.', 'Ni trop, ni trop peu de chiffres'],
  ],
  units: [
    ['Newton, joule, watt : une force, une énergie, une puissance. Refais les associations.', 'Chaque grandeur son unité'],
    ['L’unité du résultat se calcule comme le résultat : pose l’opération sur les unités.', 'L’unité d’un résultat'],
    ['Les minutes sont restées des minutes : le joule demande des secondes.', 'L’énergie d’une lampe'],
    ['Attention aux majuscules : J, W, N viennent d’un nom de personne ; s, m, g n’en viennent pas.'],
    ['Une addition de grandeurs d’unités différentes n’a pas de sens : l’erreur est avant.', 'Les unités trouvent les erreurs'],
  ],
  formulas: [
    ['Pour défaire une division, multiplie les deux membres : écris l’étape.', 'Isoler la masse'],
    ['Tu as isolé v au lieu de Δt : contrôle par les unités, tu le vois tout de suite.', 'Isoler une durée'],
    ['Tu remplaces les lettres trop tôt : la relation d’abord, les nombres à la fin.', 'Retrouver une résistance'],
    ['Les étapes sont justes ; dis à chaque ligne ce que tu fais aux deux membres.', 'Isoler une grandeur, pas à pas'],
  ],
  calculation: [
    ['La relation littérale manque : elle dit ce que tu fais avant de le faire.', 'Les étapes d’un calcul rédigé'],
    ['Convertis les données avant de remplacer les lettres.', 'La distance du son'],
    ['Il manque l’unité du résultat, et la phrase qui répond à la question.', 'Ce qui manque'],
    ['Très lisible ! Reste l’arrondi : compte les chiffres significatifs des données.'],
    ['Un seul « = » par ligne : on doit pouvoir te suivre sans te demander.', 'Rédiger un calcul que l’on peut suivre'],
  ],
  charts: [
    ['Ta courbe tient dans un coin : choisis l’échelle pour occuper tout l’axe.', 'Choisir une échelle'],
    ['Le nom et l’unité de chaque axe manquent.', 'Tracer, lire, conclure'],
    ['La pente est l’ordonnée divisée par l’abscisse : tu as inversé.', 'Lire une pente'],
    ['Une droite ne suffit pas : proportionnel, c’est une droite qui passe par l’origine.', 'Proportionnelles ou non ?'],
    ['La courbe passe au plus près des points, elle ne les relie pas tous.'],
  ],
}

/** Days ago, which remarks, and a word of one's own. */
type Tried = readonly [daysAgo: number, remarks: readonly number[], advice?: string]
/** `of` is a place in the class, or an address. `ready`: minutes ago, today. */
export type AttemptSeed = {
  of: number | string
  badge: PhysicsBadge
  by?: string
  tried?: readonly Tried[]
  passed?: number
  ready?: { minutesAgo: number; self: 'not-yet' | 'almost' | 'yes' }
}

export const pupilOfSeconde = at('eleve@genevoix')

export const attempts: readonly AttemptSeed[] = [
  { of: pupilOfSeconde, badge: 'conversions', tried: [[44, [1], 'La méthode est là, il manque les volumes.']], passed: 30 },
  { of: pupilOfSeconde, badge: 'units', tried: [[8, [2], 'Tu y es presque : une seule erreur sur trois.']] },
  { of: 0, badge: 'conversions', tried: [[37, [2]]], passed: 23 },
  { of: 0, badge: 'units', ready: { minutesAgo: 12, self: 'yes' } },
  {
    of: 1,
    badge: 'conversions',
    tried: [
      [60, [1, 2]],
      [52, [4]],
    ],
    passed: 45,
  },
  { of: 1, badge: 'formulas', tried: [[20, [1]]], passed: 9 },
  { of: 1, badge: 'calculation', ready: { minutesAgo: 4, self: 'almost' } },
  { of: 2, badge: 'significant-digits', passed: 38, by: hugo },
  { of: 2, badge: 'conversions', tried: [[17, [0, 1]]] },
  { of: 3, badge: 'units', tried: [[24, [0]]], passed: 16 },
  { of: 4, badge: 'conversions', passed: 45 },
  { of: 4, badge: 'significant-digits', passed: 31, by: hugo },
  { of: 4, badge: 'formulas', passed: 10 },
  {
    of: 5,
    badge: 'conversions',
    tried: [
      [30, [2], 'Prends le temps d’écrire la puissance de dix.'],
      [15, [4]],
    ],
  },
  { of: 6, badge: 'units', passed: 29, by: hugo },
  { of: 6, badge: 'charts', tried: [[15, [0, 1]]], ready: { minutesAgo: 21, self: 'yes' } },
  { of: 8, badge: 'significant-digits', tried: [[22, [1, 3]]] },
  { of: 9, badge: 'conversions', tried: [[53, [1]]], passed: 45 },
  { of: 9, badge: 'significant-digits', tried: [[16, [0]]], by: hugo },
  { of: 10, badge: 'formulas', tried: [[23, [0, 2], 'On en reparle en AP jeudi.']] },
  { of: 11, badge: 'conversions', tried: [[29, [0]]] },
  { of: 12, badge: 'conversions', tried: [[52, [2]]], passed: 45 },
  { of: 12, badge: 'units', passed: 22 },
  { of: 13, badge: 'significant-digits', tried: [[38, [2]]], passed: 31, by: hugo },
  { of: 13, badge: 'units', ready: { minutesAgo: 8, self: 'almost' } },
  { of: 14, badge: 'conversions', passed: 36 },
  { of: 15, badge: 'units', tried: [[31, [1, 3]]], passed: 17 },
  { of: 15, badge: 'conversions', tried: [[10, [1]]] },
  {
    of: 16,
    badge: 'significant-digits',
    tried: [
      [28, [1]],
      [14, [3], 'Plus qu’un arrondi à surveiller.'],
    ],
  },
  { of: 17, badge: 'formulas', passed: 9 },
  { of: 17, badge: 'conversions', passed: 30, by: hugo },
  { of: 18, badge: 'units', tried: [[21, [2]]] },
  { of: 19, badge: 'conversions', tried: [[35, [0, 2]]], passed: 21 },
  { of: 20, badge: 'conversions', tried: [[36, [3]]], passed: 24, by: hugo },
  { of: 20, badge: 'charts', tried: [[10, [3]]], by: hugo },
  {
    of: 21,
    badge: 'conversions',
    tried: [
      [66, [0, 1]],
      [59, [1]],
      [51, [4], 'Deux mois de travail qui paient, continue.'],
    ],
    passed: 45,
  },
  { of: 22, badge: 'significant-digits', passed: 17, by: hugo },
  { of: 22, badge: 'conversions', ready: { minutesAgo: 2, self: 'yes' } },
  { of: 23, badge: 'significant-digits', tried: [[38, [0]]], passed: 31, by: hugo },
  { of: 23, badge: 'units', passed: 15 },
  { of: 25, badge: 'units', tried: [[14, [0, 1]]] },
  { of: 26, badge: 'formulas', tried: [[30, [3]]], passed: 16, by: hugo },
  { of: 28, badge: 'conversions', tried: [[22, [1, 4]]] },
]

/** Places in the class. `daysMore`: after the end of the period that runs. */
export const exceptions = [
  { of: 24, required: 1, reason: 'Arrivée d’un autre lycée en cours de trimestre : un badge suffit.' },
  { of: 11, daysMore: 14, reason: 'Deux semaines de plus, convenues avec la famille.' },
] as const satisfies readonly { of: number; required?: number; daysMore?: number; reason: string }[]

/** What another structure shares with the network. */
export const nature = {
  by: at('cm2@rabelais'),
  name: 'Vers le collège : entraide et nature',
  description: 'Deux badges au cours de l’année de CM2, que le collège reprend ensuite. On les prépare au potager, en conseil d’élèves et avec les plus petits.',
  cohorts: ['CM2'],
} as const
