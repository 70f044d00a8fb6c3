import type { Icon } from './icon-format.ts'

/**
 * Knowledge and arts. Icons marked `tabler` start from Tabler Icons (https://tabler.io/icons),
 * MIT License, © 2020-2026 Paweł Kuna; fills and changes are ours. The others are drawn for BOAT.
 */
export const learningIcons = {
  // tabler
  book: {
    label: { fr: 'Livre', en: 'Book' },
    words: ['lecture', 'lire', 'bibliothèque', 'cdi', 'reading'],
    parts: [
      ['paper', 'M3 19a9 9 0 0 1 9 0v-13a9 9 0 0 0-9 0z'],
      ['accent', 'M12 19a9 9 0 0 1 9 0v-13a9 9 0 0 0-9 0z'],
    ],
  },
  // tabler
  flask: {
    label: { fr: 'Fiole', en: 'Flask' },
    words: ['science', 'chimie', 'physique', 'expérience', 'laboratoire', 'chemistry'],
    parts: [
      ['paper', 'M9.7 2.5v6.5l-4.8 11a1 1 0 0 0 .9 1.5h12.4a1 1 0 0 0 .9-1.5l-4.8-11v-6.5z'],
      ['accent', 'M7.3 14.5h9.4l2.4 5.5a1 1 0 0 1-.9 1.5h-12.4a1 1 0 0 1-.9-1.5z'],
      ['line', 'M8.3 2.5h7.4'],
      ['solid', 'M11.2 18a1 1 0 1 0 2 0a1 1 0 1 0-2 0z'],
    ],
  },
  conversions: {
    label: { fr: 'Conversions', en: 'Conversions' },
    words: ['unités', 'mesure', 'mètre', 'double flèche', 'convert'],
    parts: [
      ['accent', 'M3.2 13.6h17.6a1.2 1.2 0 0 1 1.2 1.2v5.2a1.2 1.2 0 0 1-1.2 1.2h-17.6a1.2 1.2 0 0 1-1.2-1.2v-5.2a1.2 1.2 0 0 1 1.2-1.2z'],
      ['line', 'M5.6 13.6v2.2M8.8 13.6v3.6M12 13.6v2.2M15.2 13.6v3.6M18.4 13.6v2.2'],
      ['line', 'M4.4 5h15.2l-2.7-2.7M19.6 9.2h-15.2l2.7 2.7'],
    ],
  },
  'significant-digits': {
    label: { fr: 'Chiffres significatifs', en: 'Significant digits' },
    words: ['nombre', 'précision', 'virgule', 'arrondi', 'sigma', 'digits'],
    parts: [
      ['accent', 'M9.5 3.9h11a1.6 1.6 0 0 1 1.6 1.6v9.6a1.6 1.6 0 0 1-1.6 1.6h-11a1.6 1.6 0 0 1-1.6-1.6v-9.6a1.6 1.6 0 0 1 1.6-1.6z'],
      ['line', 'M2 9.1c0-1.7.6-2.8 1.6-2.8s1.6 1.1 1.6 2.8v2.4c0 1.7-.6 2.8-1.6 2.8s-1.6-1.1-1.6-2.8z'],
      ['line', 'M10.7 8l1.9-1.7v8'],
      ['line', 'M15.6 8.2a1.9 1.9 0 1 1 3.4 1.3c-.8 1-2.3 2.4-3.3 4.8h3.7'],
      ['line', 'M6.5 14.1l-.5 1.6M8.4 20.1h13.2'],
    ],
  },
  // tabler
  sigma: {
    label: { fr: 'Sigma', en: 'Sigma' },
    words: ['somme', 'mathématiques', 'statistiques', 'sum'],
    parts: [
      ['paper', 'M4.5 2.5h15a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z'],
      ['line', 'M16.5 15.2v1a1.3 1.3 0 0 1-1.3 1.3h-7.7l4.5-5.5l-4.5-5.5h7.7a1.3 1.3 0 0 1 1.3 1.3v1'],
    ],
  },
  formula: {
    label: { fr: 'Relation littérale', en: 'Formula' },
    words: ['formule', 'algèbre', 'équation', 'lettres', 'fraction', 'equation'],
    parts: [
      ['accent-flat', 'M16.2 1.2h3.4a3 3 0 0 1 3 3v15.6a3 3 0 0 1-3 3h-3.4a3 3 0 0 1-3-3v-15.6a3 3 0 0 1 3-3z'],
      ['line', 'M2 8.2l2.2 7.4l2.2-7.4M8.9 10.2h2.3M8.9 13.6h2.3M13.9 11.9h8.3'],
      ['line', 'M20 8.6v-6.4M20 6.4a2.1 2.1 0 1 0-4.2 0a2.1 2.1 0 1 0 4.2 0'],
      ['line', 'M17.3 14.8v5.1a1.5 1.5 0 0 0 2.2 1.3M15.7 17h3.7'],
    ],
  },
  calculation: {
    label: { fr: 'Calcul rédigé', en: 'Worked calculation' },
    words: ['rédaction', 'calcul', 'exercice', 'copie', 'feuille', 'worksheet'],
    parts: [
      ['paper', 'M4.3 2.2h11a1.8 1.8 0 0 1 1.8 1.8v16a1.8 1.8 0 0 1-1.8 1.8h-11a1.8 1.8 0 0 1-1.8-1.8v-16a1.8 1.8 0 0 1 1.8-1.8z'],
      ['line', 'M5.7 6h3.2M5.7 8.6h3.2M11.5 7.3h2.4M5.7 12.2h3.2M5.7 14.8h3.2'],
      ['accent', 'M10.9 19.6l.5-3.3l6.9-7.2a1.9 1.9 0 0 1 2.7 2.7l-6.9 7.2z'],
    ],
  },
  chart: {
    label: { fr: 'Graphique', en: 'Chart' },
    words: ['graphiques', 'courbe', 'statistiques', 'données', 'axes', 'data', 'plot'],
    parts: [
      ['accent-flat', 'M2.8 21.1v-4.6l5.3-5.2l4.8 3.4l6.9-8.6v15z'],
      ['line', 'M2.8 2.9v16.4a1.8 1.8 0 0 0 1.8 1.8h16.4'],
      ['line', 'M2.8 16.5l5.3-5.2l4.8 3.4l6.6-8.3'],
      ['paper', 'M6.5 11.3a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0z'],
      ['paper', 'M11.3 14.7a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0z'],
      ['paper', 'M18 6.1a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0z'],
    ],
  },
  units: {
    label: { fr: 'Kilogramme', en: 'Kilogram' },
    words: ['unités', 'masse', 'poids', 'kg', 'mesure', 'weight'],
    parts: [
      ['paper', 'M9 5.3a3 3 0 1 0 6 0a3 3 0 1 0-6 0z'],
      ['accent', 'M6.9 8.3h10.2a1.8 1.8 0 0 1 1.8 1.4l2.2 9.7a1.8 1.8 0 0 1-1.8 2.2h-14.6a1.8 1.8 0 0 1-1.8-2.2l2.2-9.7a1.8 1.8 0 0 1 1.8-1.4z'],
      ['line', 'M7.6 11.3v6.3M10.9 13.3l-3.2 2.7M9.2 14.9l1.9 2.7'],
      ['line', 'M16.5 13.3v4.7a1.9 1.9 0 0 1-3.6.9M16.5 15.4a1.9 1.9 0 1 0-3.8 0a1.9 1.9 0 1 0 3.8 0'],
    ],
  },
  // tabler
  ruler: {
    label: { fr: 'Règle', en: 'Ruler' },
    words: ['géométrie', 'mesure', 'longueur', 'measure'],
    parts: [
      ['accent', 'M17 2.5l4.5 4.5l-14.5 14.5l-4.5-4.5z'],
      ['line', 'M15.9 8.1l-1.8-1.8M13 11l-1.8-1.8M10.1 13.9l-1.8-1.8M7.2 16.8l-1.8-1.8'],
    ],
  },
  calculator: {
    label: { fr: 'Calculatrice', en: 'Calculator' },
    words: ['calcul', 'nombres', 'compter', 'arithmetic'],
    parts: [
      ['paper', 'M6 2.5h12a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z'],
      ['accent', 'M8 6h8v3.6h-8z'],
      ['line', 'M8 13.6v.01M12 13.6v.01M16 13.6v.01M8 17.6v.01M12 17.6v.01M16 17.6v.01'],
    ],
  },
  // tabler
  atom: {
    label: { fr: 'Atome', en: 'Atom' },
    words: ['physique', 'science', 'nucléaire', 'physics'],
    parts: [
      ['line', 'M19.1 4.9c-1.6-1.6-6 .3-9.9 4.3c-4 3.9-5.9 8.3-4.3 9.9c1.6 1.6 6-.3 9.9-4.3c4-3.9 5.9-8.3 4.3-9.9z'],
      ['line', 'M4.9 4.9c-1.6 1.6.3 6 4.3 9.9c3.9 4 8.3 5.9 9.9 4.3c1.6-1.6-.3-6-4.3-9.9c-3.9-4-8.3-5.9-9.9-4.3z'],
      ['accent', 'M9.8 12a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z'],
    ],
  },
  // tabler
  pencil: {
    label: { fr: 'Crayon', en: 'Pencil' },
    words: ['écrire', 'rédaction', 'écriture', 'dessin', 'writing'],
    parts: [
      ['accent', 'M3.5 20.1v-4.5l10.9-10.9a3.2 3.2 0 0 1 4.5 4.5l-10.9 10.9z'],
      ['line', 'M12.5 6.6l4.5 4.5M14.5 20.1h6'],
    ],
  },
  // tabler
  feather: {
    label: { fr: 'Plume', en: 'Feather' },
    words: ['poésie', 'écriture', 'récit', 'français', 'poetry'],
    parts: [
      ['paper', 'M6.5 17.5v-5l9.2-8.5a3.9 3.9 0 0 1 4.6 6l-8.3 7.5z'],
      ['line', 'M3.5 20.5l11.5-11.5M10.5 13.5h5.5'],
    ],
  },
  // tabler
  language: {
    label: { fr: 'Langues', en: 'Languages' },
    words: ['traduction', 'étranger', 'anglais', 'parler', 'translation'],
    parts: [
      ['paper', 'M3.8 2.5h9.4a1.8 1.8 0 0 1 1.8 1.8v6.9a1.8 1.8 0 0 1-1.8 1.8h-5.2l-3 2.7v-2.7h-1.2a1.8 1.8 0 0 1-1.8-1.8v-6.9a1.8 1.8 0 0 1 1.8-1.8z'],
      ['line', 'M6 10l2.5-5l2.5 5M6.9 8.3h3.2'],
      ['accent', 'M17.5 8.2h2.7a1.8 1.8 0 0 1 1.8 1.8v6.7a1.8 1.8 0 0 1-1.8 1.8h-1.2v2.8l-3-2.8h-4.8a1.8 1.8 0 0 1-1.8-1.8v-1.2h4.6a3 3 0 0 0 3-3z'],
    ],
  },
  // tabler
  world: {
    label: { fr: 'Globe', en: 'Globe' },
    words: ['monde', 'terre', 'géographie', 'international', 'earth'],
    parts: [
      ['accent', 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z'],
      ['line', 'M3.6 9h16.8M3.6 15h16.8M12 3c-4.4 4.8-4.4 13.2 0 18c4.4-4.8 4.4-13.2 0-18z'],
    ],
  },
  // tabler
  map: {
    label: { fr: 'Carte', en: 'Map' },
    words: ['géographie', 'territoire', 'plan', 'geography'],
    parts: [
      ['paper', 'M3 7l6-3v13l-6 3z'],
      ['accent', 'M9 4l6 3v13l-6-3z'],
      ['paper', 'M15 7l6-3v13l-6 3z'],
    ],
  },
  // tabler
  school: {
    label: { fr: 'Toque universitaire', en: 'Graduation cap' },
    words: ['étudiant', 'diplôme', 'université', 'études', 'graduate'],
    parts: [
      ['paper', 'M6 10v6.2c0 1.7 2.7 3.1 6 3.1s6-1.4 6-3.1v-6.2z'],
      ['accent', 'M12 4.2l10 4.6l-10 4.6l-10-4.6z'],
      ['line', 'M22 8.8v6.2'],
    ],
  },
  bulb: {
    label: { fr: 'Ampoule', en: 'Light bulb' },
    words: ['idée', 'innovation', 'projet', 'idea'],
    parts: [
      ['accent', 'M8.8 16.5c0-1.5-.7-2.4-1.7-3.6a6.3 6.3 0 1 1 9.8 0c-1 1.2-1.7 2.1-1.7 3.6z'],
      ['paper', 'M8.8 16.5h6.4v2.6a2 2 0 0 1-2 2h-2.4a2 2 0 0 1-2-2z'],
      ['line', 'M12 16.3v-4.5l-1.8-1.8M12 11.8l1.8-1.8'],
    ],
  },
  // tabler
  music: {
    label: { fr: 'Musique', en: 'Music' },
    words: ['note', 'chant', 'chorale', 'orchestre', 'song'],
    parts: [
      ['accent', 'M3.5 17.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z'],
      ['accent', 'M14.5 17.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z'],
      ['paper', 'M9.5 3.5h11v5h-11z'],
      ['line', 'M9.5 17.5v-14h11v14'],
    ],
  },
  // tabler
  theatre: {
    label: { fr: 'Théâtre', en: 'Theatre' },
    words: ['comédie', 'scène', 'oral', 'masque', 'drama'],
    parts: [
      ['paper', 'M4.3 3.5h7.6a2 2 0 0 1 2 2.2l-.6 6.8a4 4 0 0 1-4 3.6h-2.4a4 4 0 0 1-4-3.6l-.6-6.8a2 2 0 0 1 2-2.2z'],
      ['line', 'M6 7.2v.01M10.2 7.2v.01M6 11.9c1.1-.9 2.3-1.1 3.3-.8'],
      ['accent', 'M12.6 8.7h7.4a2 2 0 0 1 2 2.2l-.6 6.4a4 4 0 0 1-4 3.6h-2.2a4 4 0 0 1-4-3.6l-.6-6.4a2 2 0 0 1 2-2.2z'],
      ['line', 'M14.2 12.7v.01M18.4 12.7v.01M14.3 16.4c1.3 1 2.7 1 4 0'],
    ],
  },
  // tabler
  camera: {
    label: { fr: 'Appareil photo', en: 'Camera' },
    words: ['photographie', 'image', 'reportage', 'photo'],
    parts: [
      [
        'paper',
        'M5 6.5h1a2 2 0 0 0 2-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1a2 2 0 0 0 2 2h1a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-14a2.5 2.5 0 0 1-2.5-2.5v-9a2.5 2.5 0 0 1 2.5-2.5z',
      ],
      ['accent', 'M8.3 13a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0z'],
    ],
  },
  // tabler
  microphone: {
    label: { fr: 'Micro', en: 'Microphone' },
    words: ['oral', 'chant', 'podcast', 'parole', 'voice'],
    parts: [
      ['accent', 'M8.7 5.3a3.3 3.3 0 0 1 6.6 0v5a3.3 3.3 0 0 1-6.6 0z'],
      ['line', 'M5 10.2a7 7 0 0 0 14 0M12 17.2v4.3M8 21.5h8'],
    ],
  },
  // tabler
  radio: {
    label: { fr: 'Radio', en: 'Radio' },
    words: ['webradio', 'média', 'journalisme', 'émission', 'broadcast'],
    parts: [
      ['line', 'M6 7.5l10-4.5'],
      ['paper', 'M4.3 7.5h15.4a1.8 1.8 0 0 1 1.8 1.8v10.2a1.8 1.8 0 0 1-1.8 1.8h-15.4a1.8 1.8 0 0 1-1.8-1.8v-10.2a1.8 1.8 0 0 1 1.8-1.8z'],
      ['accent', 'M5.3 14.4a3 3 0 1 0 6 0a3 3 0 1 0-6 0z'],
      ['line', 'M14.8 12h3.4M14.8 16.6h3.4'],
    ],
  },
} as const satisfies Record<string, Icon>
