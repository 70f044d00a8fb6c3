import type { Icon } from './icon-format.ts'

/**
 * Sport, nature, crafts, digital and everyday life. Icons marked `tabler` start from Tabler Icons (https://tabler.io/icons),
 * MIT License, © 2020-2026 Paweł Kuna; fills and changes are ours. The others are drawn for BOAT.
 */
export const worldIcons = {
  // tabler
  football: {
    label: { fr: 'Ballon', en: 'Ball' },
    words: ['football', 'sport', 'match', 'as', 'unss', 'soccer'],
    parts: [
      ['paper', 'M2.8 12a9.2 9.2 0 1 0 18.4 0a9.2 9.2 0 1 0-18.4 0z'],
      ['accent', 'M12 7l4.8 3.5l-1.8 5.5h-6l-1.8-5.5z'],
      ['line', 'M12 7v-4.2M15 16l2.5 3.2M16.8 10.5l4-1.5M9 16l-2.5 3.2M7.2 10.5l-4-1.5'],
    ],
  },
  // tabler
  running: {
    label: { fr: 'Course', en: 'Running' },
    words: ['courir', 'athlétisme', 'cross', 'endurance', 'run'],
    parts: [
      ['accent', 'M13 4.3a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z'],
      ['line', 'M4.3 17.8l5.3.8l1.2-3.2M15.6 22v-4.8l-4-3.2l1.2-6M6.8 12.5v-3.3l6-1.2l3 3.4l3.8 1.2'],
    ],
  },
  // tabler
  rugby: {
    label: { fr: 'Rugby', en: 'Rugby' },
    words: ['ballon ovale', 'sport', 'mêlée', 'équipe'],
    parts: [
      ['paper', 'M16.5 2.5c-7.7 0-14 6.3-14 14a5 5 0 0 0 5 5c7.7 0 14-6.3 14-14a5 5 0 0 0-5-5z'],
      ['accent', 'M2.5 16.5a5 5 0 0 0 5 5a5.3 5.3 0 0 0-5-5z'],
      ['accent', 'M21.5 7.5a5 5 0 0 0-5-5a5.3 5.3 0 0 0 5 5z'],
      ['line', 'M15 9l-6 6M10 12l2 2M12 10l2 2'],
    ],
  },
  // tabler
  team: {
    label: { fr: 'Équipe', en: 'Team' },
    words: ['groupe', 'collectif', 'ensemble', 'coopération', 'group'],
    parts: [
      ['paper', 'M2.3 16.1v-1.7a3.3 3.3 0 0 1 3.3-3.3h3v5zM21.7 16.1v-1.7a3.3 3.3 0 0 0-3.3-3.3h-3v5z'],
      ['paper', 'M3.5 6.8a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z'],
      ['paper', 'M15.9 6.8a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z'],
      ['accent', 'M7.2 19.6v-2.5a4 4 0 0 1 4-4h1.6a4 4 0 0 1 4 4v2.5z'],
      ['accent', 'M9.2 7.4a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0z'],
    ],
  },
  medal: {
    label: { fr: 'Médaille', en: 'Medal' },
    words: ['récompense', 'mérite', 'podium', 'award'],
    parts: [
      ['paper', 'M7 2.5l3.5 8h3l3.5-8z'],
      ['accent', 'M6.2 15.7a5.8 5.8 0 1 0 11.6 0a5.8 5.8 0 1 0-11.6 0z'],
      ['solid', 'M12 12.5l1 2l2.2.3l-1.6 1.6l.4 2.2l-2-1l-2 1l.4-2.2l-1.6-1.6l2.2-.3z'],
    ],
  },
  // tabler
  flame: {
    label: { fr: 'Flamme', en: 'Flame' },
    words: ['énergie', 'passion', 'battant', 'motivation', 'fire'],
    parts: [
      ['accent', 'M12 11.1c2.3-3.3.2-7.8-1-9c0 3.4-2.2 5.4-3.7 6.8c-1.5 1.5-2.5 3.4-2.5 5.7c0 4 3.2 7.2 7.2 7.2s7.2-3.2 7.2-7.2c0-1.8-1.2-4.5-2.4-5.7c-2.1 3.4-3.4 3.4-4.8 2.2z'],
      ['paper', 'M12 21.8a3.5 3.5 0 0 0 3.5-3.6c0-2-1.7-3-2.8-4.6c-1.9 1.1-4.2 2.5-4.2 4.7a3.5 3.5 0 0 0 3.5 3.5z'],
    ],
  },
  // tabler
  heart: {
    label: { fr: 'Cœur', en: 'Heart' },
    words: ['amour', 'bienveillance', 'empathie', 'kindness'],
    parts: [['accent', 'M20 12.7l-8 7.9l-8-7.9a5.3 5.3 0 1 1 8-7a5.3 5.3 0 1 1 8 7z']],
  },
  // tabler
  handshake: {
    label: { fr: 'Poignée de main', en: 'Handshake' },
    words: ['accord', 'médiation', 'partenariat', 'confiance', 'agreement'],
    parts: [
      ['accent', 'M20 12.7l-8 7.9l-8-7.9a5.3 5.3 0 1 1 8-7a5.3 5.3 0 1 1 8 7z'],
      ['paper-flat', 'M12 5.7l-3.4 3.5a1 1 0 0 0 0 1.5l.6.6c.7.7 1.9.7 2.6 0l1-1a3.3 3.3 0 0 1 4.7 0l2.4 2.4a5.3 5.3 0 0 0-7.9-7z'],
      ['line', 'M20 12.7l-8 7.9l-8-7.9a5.3 5.3 0 1 1 8-7a5.3 5.3 0 1 1 8 7z'],
      ['line', 'M12 5.7l-3.4 3.5a1 1 0 0 0 0 1.5l.6.6c.7.7 1.9.7 2.6 0l1-1a3.3 3.3 0 0 1 4.7 0l2.2 2.2M12.4 16l2 2M15 13.4l2 2'],
    ],
  },
  // tabler
  eye: {
    label: { fr: 'Œil', en: 'Eye' },
    words: ['regard', 'attention', 'observation', 'vigilance', 'watch'],
    parts: [
      ['paper', 'M22 12c-2.7 4.4-6 6.6-10 6.6s-7.3-2.2-10-6.6c2.7-4.4 6-6.6 10-6.6s7.3 2.2 10 6.6z'],
      ['accent', 'M8.8 12a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z'],
    ],
  },
  // tabler
  ear: {
    label: { fr: 'Oreille', en: 'Ear' },
    words: ['écoute', 'écouter', 'confidence', 'listening'],
    parts: [
      ['accent', 'M4.8 10a7.2 7.2 0 1 1 13.4 3.7c-.5.8-1.2 1.5-2 2.1a8 8 0 0 0-2 3a4.6 4.6 0 0 1-7 1.4z'],
      ['line', 'M8.8 10a3.2 3.2 0 1 1 5.4 2.3'],
    ],
  },
  message: {
    label: { fr: 'Parole', en: 'Speech' },
    words: ['dialogue', 'discussion', 'débat', 'message', 'talk'],
    parts: [
      ['accent', 'M5.5 3.1h13a2.8 2.8 0 0 1 2.8 2.8v8.4a2.8 2.8 0 0 1-2.8 2.8h-5.5l-5 3.7v-3.7h-2.5a2.8 2.8 0 0 1-2.8-2.8v-8.4a2.8 2.8 0 0 1 2.8-2.8z'],
      ['line', 'M7.5 8.1h9M7.5 12.1h5.5'],
    ],
  },
  // tabler
  megaphone: {
    label: { fr: 'Porte-voix', en: 'Megaphone' },
    words: ['annonce', 'communication', 'porte-parole', 'announce'],
    parts: [
      ['paper', 'M6.5 14.5v4.8a1.7 1.7 0 0 0 3.4 0v-4.8z'],
      ['accent', 'M12 7.5l5-4a.9.9 0 0 1 1.5.7v13.6a.9.9 0 0 1-1.5.7l-5-4h-8a1.5 1.5 0 0 1-1.5-1.5v-4a1.5 1.5 0 0 1 1.5-1.5z'],
      ['line', 'M12 7.5v7M18.5 8a3 3 0 0 1 0 6'],
    ],
  },
  // tabler
  gavel: {
    label: { fr: 'Jury', en: 'Jury' },
    words: ['marteau', 'décision', 'délibération', 'justice', 'hammer'],
    parts: [
      ['paper', 'M9.2 11.9l2.7-2.7l9.2 8.4a2.4 2.4 0 0 1-3.4 3.4z'],
      ['accent', 'M7 15.8l-4-4a1 1 0 0 1 0-1.4l7.4-7.4a1 1 0 0 1 1.4 0l4 4a1 1 0 0 1 0 1.4l-7.4 7.4a1 1 0 0 1-1.4 0z'],
      ['line', 'M5 8.4l5.4 5.4M8.4 5l5.4 5.4M2.5 21.4h8'],
    ],
  },
  balance: {
    label: { fr: 'Balance', en: 'Scales' },
    words: ['justice', 'équité', 'droit', 'équilibre', 'fairness'],
    parts: [
      ['line', 'M12 3v17.5M6.5 21h11M5.5 6.3l6.5-1.3l6.5 1.3'],
      ['accent', 'M2.3 13.2a3.2 3.2 0 0 0 6.4 0l-3.2-6.7z'],
      ['accent', 'M15.3 13.2a3.2 3.2 0 0 0 6.4 0l-3.2-6.7z'],
    ],
  },
  // tabler
  key: {
    label: { fr: 'Clé', en: 'Key' },
    words: ['badge-clé', 'accès', 'confiance', 'ouvrir', 'access'],
    parts: [
      [
        'accent',
        'M16.7 3.5l3.8 3.8a3 3 0 0 1 0 4.2l-2.7 2.7a3 3 0 0 1-4.2 0l-.3-.3l-6.7 6.7a2 2 0 0 1-1.3.6h-1.8a1 1 0 0 1-1-1v-1.6a2 2 0 0 1 .5-1.3l1-1h2v-2h2v-2l2.1-2.1l-.3-.3a3 3 0 0 1 0-4.2l2.7-2.7a3 3 0 0 1 4.2 0z',
      ],
      ['line', 'M15.2 8.8v.01'],
    ],
  },
  // tabler
  puzzle: {
    label: { fr: 'Puzzle', en: 'Puzzle' },
    words: ['pièce', 'inclusion', 'coopération', 'logique', 'jigsaw'],
    parts: [
      [
        'accent',
        'M3.7 6.8h3a1 1 0 0 0 1-1v-1a2.2 2.2 0 0 1 4.4 0v1a1 1 0 0 0 1 1h3a1 1 0 0 1 1 1v3a1 1 0 0 0 1 1h1a2.2 2.2 0 0 1 0 4.4h-1a1 1 0 0 0-1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-1a2.2 2.2 0 0 0-4.4 0v1a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1h1a2.2 2.2 0 0 0 0-4.4h-1a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z',
      ],
    ],
  },
  // tabler
  gear: {
    label: { fr: 'Engrenage', en: 'Gear' },
    words: ['technologie', 'mécanique', 'technique', 'atelier', 'engineering'],
    parts: [
      [
        'accent',
        'M10.1 3.4c.5-2 3.3-2 3.8 0a1.9 1.9 0 0 0 2.9 1.2c1.7-1.1 3.7.9 2.6 2.6a1.9 1.9 0 0 0 1.2 2.9c2 .5 2 3.3 0 3.8a1.9 1.9 0 0 0-1.2 2.9c1.1 1.7-.9 3.7-2.6 2.6a1.9 1.9 0 0 0-2.9 1.2c-.5 2-3.3 2-3.8 0a1.9 1.9 0 0 0-2.9-1.2c-1.7 1.1-3.7-.9-2.6-2.6a1.9 1.9 0 0 0-1.2-2.9c-2-.5-2-3.3 0-3.8a1.9 1.9 0 0 0 1.2-2.9c-1.1-1.7.9-3.7 2.6-2.6a1.9 1.9 0 0 0 2.9-1.2z',
      ],
      ['paper', 'M8.7 12a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0z'],
    ],
  },
  code: {
    label: { fr: 'Code', en: 'Code' },
    words: ['programmation', 'informatique', 'développement', 'programming'],
    parts: [
      ['paper', 'M4.3 3.5h15.4a1.8 1.8 0 0 1 1.8 1.8v13.4a1.8 1.8 0 0 1-1.8 1.8h-15.4a1.8 1.8 0 0 1-1.8-1.8v-13.4a1.8 1.8 0 0 1 1.8-1.8z'],
      ['accent', 'M2.5 7.5h19v-2.2a1.8 1.8 0 0 0-1.8-1.8h-15.4a1.8 1.8 0 0 0-1.8 1.8z'],
      ['line', 'M8.6 11.2l-2.6 2.7l2.6 2.7M15.4 11.2l2.6 2.7l-2.6 2.7M12.9 10.8l-1.8 6.2'],
    ],
  },
  laptop: {
    label: { fr: 'Ordinateur', en: 'Laptop' },
    words: ['numérique', 'écran', 'informatique', 'formation', 'computer'],
    parts: [
      ['accent', 'M5.8 4.5h12.4a1.6 1.6 0 0 1 1.6 1.6v9.4h-15.6v-9.4a1.6 1.6 0 0 1 1.6-1.6z'],
      ['paper', 'M1.8 15.5h20.4v1.5a2.5 2.5 0 0 1-2.5 2.5h-15.4a2.5 2.5 0 0 1-2.5-2.5z'],
      ['line', 'M9.4 10.2l1.9 1.9l3.4-3.7'],
    ],
  },
  robot: {
    label: { fr: 'Robot', en: 'Robot' },
    words: ['robotique', 'ia', 'intelligence artificielle', 'robotics'],
    parts: [
      ['line', 'M12 3.1v4M2 13.3v3M22 13.3v3'],
      ['accent', 'M7 7.1h10a2.5 2.5 0 0 1 2.5 2.5v9.2a2.5 2.5 0 0 1-2.5 2.5h-10a2.5 2.5 0 0 1-2.5-2.5v-9.2a2.5 2.5 0 0 1 2.5-2.5z'],
      ['paper', 'M9 10.3h6a1.7 1.7 0 0 1 0 5h-6a1.7 1.7 0 0 1 0-5z'],
      ['line', 'M9.7 12.8v.01M14.3 12.8v.01M9.5 18.2h5'],
      ['solid', 'M10.7 3.1a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0z'],
    ],
  },
  // tabler
  'first-aid': {
    label: { fr: 'Secours', en: 'First aid' },
    words: ['santé', 'psc1', 'secourisme', 'infirmerie', 'health'],
    parts: [
      ['line', 'M8 7v-1.5a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v1.5'],
      ['paper', 'M5 7h14a2.2 2.2 0 0 1 2.2 2.2v9a2.2 2.2 0 0 1-2.2 2.2h-14a2.2 2.2 0 0 1-2.2-2.2v-9a2.2 2.2 0 0 1 2.2-2.2z'],
      ['accent', 'M10.5 9.7h3v2.5h2.5v3h-2.5v2.5h-3v-2.5h-2.5v-3h2.5z'],
    ],
  },
  // tabler
  star: {
    label: { fr: 'Étoile', en: 'Star' },
    words: ['réussite', 'excellence', 'favori', 'success'],
    parts: [['accent', 'M12 17.9l-6.2 3.3l1.2-6.9l-5-4.9l6.9-1l3.1-6.3l3.1 6.3l6.9 1l-5 4.9l1.2 6.9z']],
  },
  // tabler
  garden: {
    label: { fr: 'Jardin', en: 'Garden' },
    words: ['potager', 'plante', 'pot', 'jardiner', 'gardening'],
    parts: [
      ['line', 'M12 14.7v-6'],
      ['paper', 'M12 9.2a6.5 6.5 0 0 0-6.5-6.5h-2.5v1.5a6.5 6.5 0 0 0 6.5 6.5h2.5z'],
      ['paper', 'M12 11.7a6.5 6.5 0 0 1 6.5-6.5h2.5v.8a6.5 6.5 0 0 1-6.5 6.5h-2.5z'],
      ['accent', 'M5.8 14.7h12.4l-.9 5.3a1.5 1.5 0 0 1-1.5 1.2h-7.6a1.5 1.5 0 0 1-1.5-1.2z'],
    ],
  },
  // tabler
  leaf: {
    label: { fr: 'Feuille', en: 'Leaf' },
    words: ['nature', 'écologie', 'environnement', 'nature'],
    parts: [
      ['accent', 'M8.7 17.9c6.5 0 11-3.5 11.5-12.5v-2.5h-4c-9.5 0-12.5 4.3-12.5 9.5c0 1 0 3.2 2.1 5.5z'],
      ['line', 'M4.2 21.2c.6-5 2.8-8.5 7.7-10.7'],
    ],
  },
  // tabler
  tree: {
    label: { fr: 'Arbre', en: 'Tree' },
    words: ['forêt', 'nature', 'planter', 'biodiversité', 'forest'],
    parts: [
      ['accent', 'M9.7 16.5a3.3 3.3 0 0 1-3-4a3.3 3.3 0 0 1 .3-5.3a3.3 3.3 0 0 1 5-4.1a3.3 3.3 0 0 1 5 4.1a3.3 3.3 0 0 1 .3 5.3a3.3 3.3 0 0 1-3.2 4z'],
      ['line', 'M12 21.8v-12.3M12 13.5l2.3-2.3M12 15.5l-2.3-2.3'],
    ],
  },
  bee: {
    label: { fr: 'Abeille', en: 'Bee' },
    words: ['ruche', 'miel', 'apiculture', 'biodiversité', 'honey'],
    parts: [
      ['paper', 'M12 8.8c-1.5-4.6-4.4-6.4-7.3-5.6c-3.1.9-3.5 4.6-.6 6c2 1 4.8.7 7.9-.4z'],
      ['paper', 'M12 8.8c1.5-4.6 4.4-6.4 7.3-5.6c3.1.9 3.5 4.6.6 6c-2 1-4.8.7-7.9-.4z'],
      ['accent', 'M12 6.7a4.9 4.9 0 0 1 4.9 4.9c0 4.7-2.7 7.6-4.9 9.3c-2.2-1.7-4.9-4.6-4.9-9.3a4.9 4.9 0 0 1 4.9-4.9z'],
      ['line', 'M7.2 11.7h9.6M8 15.5h8M10.3 6.8l-1.3-2.6M13.7 6.8l1.3-2.6'],
    ],
  },
  recycling: {
    label: { fr: 'Recyclage', en: 'Recycling' },
    words: ['tri', 'déchets', 'réemploi', 'environnement', 'waste'],
    parts: [
      ['line', 'M12 17l-2.3 2.3l2.3 2.3M9.9 19.3h9.2a2.2 2.2 0 0 0 1.9-3.3l-.8-1.3'],
      ['line', 'M8.6 11.2l-.8-3.1l-3.1.8M7.8 8.1l-4.7 8.1a2.2 2.2 0 0 0 1.9 3.1h1.4'],
      ['line', 'M15.4 11.2l3.1.8l.8-3.1M18.5 12l-4.6-8.1a2.2 2.2 0 0 0-3.8 0l-.7 1.2'],
      ['accent', 'M12 15.4c-1.7 0-2.7-1.2-2.7-2.6s1.1-2.1 2.7-4.1c1.6 2 2.7 2.7 2.7 4.1s-1 2.6-2.7 2.6z'],
    ],
  },
  // tabler
  water: {
    label: { fr: 'Eau', en: 'Water' },
    words: ['goutte', 'rivière', 'ressource', 'drop'],
    parts: [
      ['accent', 'M7.2 19.7c2.8 2.3 6.8 2.3 9.6 0c2.8-2.2 3.5-6.1 1.7-9.1l-5.2-7.7a1.5 1.5 0 0 0-2.6 0l-5.2 7.7c-1.8 3-1.1 6.9 1.7 9.1z'],
      ['line', 'M9 15.5a3.3 3.3 0 0 0 2.6 2.3'],
    ],
  },
  // tabler
  sun: {
    label: { fr: 'Soleil', en: 'Sun' },
    words: ['énergie', 'météo', 'climat', 'joie', 'weather'],
    parts: [
      ['accent', 'M7.3 12a4.7 4.7 0 1 0 9.4 0a4.7 4.7 0 1 0-9.4 0z'],
      ['line', 'M2.3 12h1.5M12 2.3v1.5M20.2 12h1.5M12 20.2v1.5M5.1 5.1l1.1 1.1M18.9 5.1l-1.1 1.1M17.8 17.8l1.1 1.1M6.2 17.8l-1.1 1.1'],
    ],
  },
  // tabler
  bread: {
    label: { fr: 'Pain', en: 'Bread' },
    words: ['boulangerie', 'cuisine', 'alimentation', 'bakery'],
    parts: [
      ['accent', 'M6 3.7h12a3.4 3.4 0 0 1 2.2 5.9v8.3a2.3 2.3 0 0 1-2.3 2.3h-11.8a2.3 2.3 0 0 1-2.3-2.3v-8.3a3.4 3.4 0 0 1 2.2-5.9z'],
      ['line', 'M8.5 9.2l2.5 2.5M13 9.2l2.5 2.5M10.7 14.2l2.5 2.5'],
    ],
  },
  // tabler
  tools: {
    label: { fr: 'Outils', en: 'Tools' },
    words: ['bricolage', 'atelier', 'réparer', 'métier', 'repair'],
    parts: [
      ['paper', 'M7 2.5l-4.5 4.5l14.5 14.5l4.5-4.5z'],
      ['line', 'M7.5 9.7l1.7-1.7M14.3 16.5l1.7-1.7'],
      ['accent', 'M2.5 21.5h4l14-14a2 2 0 0 0-4-4l-14 14z'],
      ['line', 'M14.5 5.5l4 4'],
    ],
  },
  // tabler
  home: {
    label: { fr: 'Maison', en: 'Home' },
    words: ['foyer', 'internat', 'accueil', 'vie scolaire', 'house'],
    parts: [
      ['paper', 'M5 10.5v8.8a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-8.8l-7-7z'],
      ['line', 'M2.5 12.5l9.5-9.5l9.5 9.5'],
      ['accent', 'M9.3 21.3v-5.8a1.5 1.5 0 0 1 1.5-1.5h2.4a1.5 1.5 0 0 1 1.5 1.5v5.8z'],
    ],
  },
  // tabler
  clock: {
    label: { fr: 'Horloge', en: 'Clock' },
    words: ['temps', 'ponctualité', 'assiduité', 'time'],
    parts: [
      ['accent', 'M2.8 12a9.2 9.2 0 1 0 18.4 0a9.2 9.2 0 1 0-18.4 0z'],
      ['line', 'M12 6.5v5.5l3.5 3.5'],
    ],
  },
} as const satisfies Record<string, Icon>
