// Six mistakes that come back in physics, six badges: one validates two a term, whenever one feels ready, as often as it takes.
import type { BadgeSeed } from './badge.seed.ts'

const genevoix = { structure: 'genevoix', by: 'enseignante@genevoix.demo.boat.test', type: 'Assessment' } as const
const end = 'Le passage dure cinq minutes, quand on se sent prêt. S’il n’est pas réussi, on sait quoi retravailler, et on repasse autant de fois qu’il le faut.'

export const genevoixBadges = {
  conversions: {
    ...genevoix,
    name: { fr: 'Conversions', en: 'Conversions' },
    description: { fr: 'Convertit sans hésiter les longueurs, les volumes, les masses et les durées.', en: 'Converts lengths, volumes, masses and durations without hesitation.' },
    criteria: {
      lead: 'En cinq minutes, sans calculatrice :',
      points: [
        'convertir quatre grandeurs avec les préfixes, du nano au giga ;',
        'passer des litres aux **mètres cubes** et inversement ;',
        'convertir une vitesse de km/h en m/s ;',
        'écrire chaque résultat en notation scientifique.',
      ],
      end,
    },
    tags: ['physique-chimie', 'outils mathématiques', 'seconde'],
    alignments: ['scientificLanguages'],
    imageAlt: { fr: 'Hexagone turquoise quadrillé : deux flèches opposées au-dessus d’une règle', en: 'Turquoise hexagon on squared paper: two opposite arrows above a ruler' },
    design: 'conversions',
  },
  'significant-digits': {
    ...genevoix,
    name: { fr: 'Chiffres significatifs', en: 'Significant figures' },
    description: {
      fr: 'Donne un résultat avec la précision que permettent les mesures, ni plus ni moins.',
      en: 'Gives a result as precisely as the measurements allow, no more, no less.',
    },
    criteria: {
      lead: 'Sur trois calculs tirés d’expériences :',
      points: [
        'compter les chiffres significatifs de chaque donnée ;',
        'arrondir le résultat au bon nombre de chiffres ;',
        'expliquer pourquoi **2,50 cm n’est pas 2,5 cm** ;',
        'repérer un résultat trop précis pour être vrai.',
      ],
      end,
    },
    tags: ['physique-chimie', 'mesure', 'seconde'],
    alignments: ['scientificLanguages', 'handlingData'],
    imageAlt: {
      fr: 'Hexagone bleu ciel quadrillé : le nombre 0,12, ses deux derniers chiffres encadrés et soulignés',
      en: 'Sky-blue hexagon on squared paper: the number 0.12, its last two digits framed and underlined',
    },
    design: 'significant-digits',
  },
  formulas: {
    ...genevoix,
    name: { fr: 'Relations littérales', en: 'Rearranging formulas' },
    description: {
      fr: 'Transforme une relation entre grandeurs avant de remplacer les lettres par des nombres.',
      en: 'Rearranges a relation between quantities before putting numbers in.',
    },
    criteria: {
      lead: 'À partir de relations du cours (*ρ = m / V*, *U = R × I*, *v = d / Δt*) :',
      points: ['isoler n’importe laquelle des grandeurs ;', 'justifier chaque étape par une opération sur les deux membres ;', 'contrôler le résultat par les **unités**.'],
      end,
    },
    tags: ['physique-chimie', 'calcul littéral', 'seconde'],
    alignments: ['scientificLanguages', 'learning'],
    imageAlt: { fr: 'Hexagone lilas quadrillé : la formule v égale d sur t', en: 'Lilac hexagon on squared paper: the formula v equals d over t' },
    design: 'formulas',
  },
  calculation: {
    ...genevoix,
    name: { fr: 'Rédaction d’un calcul', en: 'Setting out a calculation' },
    description: { fr: 'Rédige un calcul que quelqu’un d’autre peut suivre et vérifier.', en: 'Sets out a calculation that somebody else can follow and check.' },
    criteria: {
      lead: 'Sur un exercice à deux étapes :',
      points: [
        'écrire la relation littérale avant le calcul ;',
        'donner les valeurs avec leurs unités, converties si besoin ;',
        'présenter le résultat avec une **unité** et les bons chiffres significatifs ;',
        'conclure par une phrase qui répond à la question.',
      ],
      end,
    },
    tags: ['physique-chimie', 'rédaction', 'seconde'],
    alignments: ['scientificLanguages', 'languages'],
    imageAlt: { fr: 'Hexagone corail quadrillé : une feuille écrite et un crayon', en: 'Coral hexagon on squared paper: a written sheet and a pencil' },
    design: 'calculation',
  },
  charts: {
    ...genevoix,
    name: { fr: 'Graphiques', en: 'Graphs' },
    description: { fr: 'Trace, lit et exploite un graphique à partir de mesures.', en: 'Plots, reads and uses a graph from measurements.' },
    criteria: {
      lead: 'À partir d’un tableau de mesures :',
      points: [
        'choisir les axes, les échelles et les légender avec leurs unités ;',
        'placer les points et tracer une courbe qui **n’en relie pas forcément chacun** ;',
        'lire une valeur et l’encadrer ;',
        'dire si deux grandeurs sont proportionnelles et le justifier.',
      ],
      end,
    },
    tags: ['physique-chimie', 'graphiques', 'seconde'],
    alignments: ['scientificLanguages', 'handlingData'],
    imageAlt: { fr: 'Hexagone vert quadrillé : une courbe à trois points entre deux axes', en: 'Green hexagon on squared paper: a curve through three points between two axes' },
    design: 'charts',
  },
  units: {
    ...genevoix,
    name: { fr: 'Unités', en: 'Units' },
    description: {
      fr: 'Associe chaque grandeur à son unité et se sert des unités pour trouver ses erreurs.',
      en: 'Matches each quantity with its unit, and uses units to find mistakes.',
    },
    criteria: {
      lead: 'Sur une liste de dix grandeurs et trois calculs :',
      points: [
        'nommer l’unité du Système international et son symbole ;',
        'retrouver l’unité d’un résultat à partir de la relation ;',
        'détecter **deux erreurs** en ne regardant que les unités.',
      ],
      end,
    },
    tags: ['physique-chimie', 'mesure', 'seconde'],
    alignments: ['scientificLanguages'],
    imageAlt: { fr: 'Hexagone jaune quadrillé : un poids marqué kg', en: 'Yellow hexagon on squared paper: a weight marked kg' },
    design: 'units',
  },
  'peer-helper': {
    ...genevoix,
    type: 'CommunityService',
    name: { fr: 'Aidant·e', en: 'Peer helper' },
    description: {
      fr: 'Explique à un camarade ce que l’on sait faire, et le laisse faire à la fin.',
      en: 'Explains to a classmate what one can do, and lets them do it in the end.',
    },
    criteria: {
      lead: 'À plusieurs reprises, pour un badge que l’on a soi-même :',
      points: ['écouter où l’autre en est avant d’expliquer ;', 'montrer sur **un autre exemple** que celui de l’exercice ;', 'laisser l’autre refaire seul, jusqu’au bout.'],
      end: 'Chaque coup de main est noté par l’un et confirmé par l’autre ; l’équipe décide.',
    },
    tags: ['entraide', 'oral', 'seconde'],
    alignments: ['citizenship', 'empathy'],
    imageAlt: { fr: 'Médaillon aux deux mains serrées, ruban « Aidant·e »', en: 'Medallion with two clasped hands, ribbon “Aidant·e”' },
    design: 'solidary',
    drawing: { icon: 'handshake', ribbon: 'Aidant·e' },
  },
} as const satisfies Record<string, BadgeSeed>
