import type { Icon } from './icon-format.ts'

/** Drawn for BOAT: the people and the qualities a school recognises. */
export const recognitionIcons = {
  citizen: {
    label: { fr: 'Vote', en: 'Vote' },
    words: ['citoyen', 'urne', 'bulletin', 'démocratie', 'délégué', 'election', 'ballot'],
    parts: [
      ['accent', 'M5.5 9.6h13l2.7 4.8h-18.4z'],
      ['paper', 'M8 12v-9.2a1.2 1.2 0 0 1 1.2-1.2h5.6a1.2 1.2 0 0 1 1.2 1.2v9.2z'],
      ['line', 'M6.6 12h10.8'],
      ['line', 'M10.1 6.4l1.6 1.6l2.5-2.9'],
      ['accent', 'M2.8 14.4h18.4v6.2a1.6 1.6 0 0 1-1.6 1.6h-15.2a1.6 1.6 0 0 1-1.6-1.6z'],
      ['line', 'M9.4 18.2h5.2'],
    ],
  },
  solidarity: {
    label: { fr: 'Mains et cœur', en: 'Hands and heart' },
    words: ['solidaire', 'entraide', 'aider', 'bénévole', 'générosité', 'care', 'help'],
    parts: [
      ['accent', 'M16.5 7.6l-4.5 4.5l-4.5-4.5a3 3 0 1 1 4.5-3.95a3 3 0 1 1 4.5 3.95z'],
      ['paper', 'M4.7 14.6v-3.5a1.4 1.4 0 0 0-2.8 0v5.6c0 .7.3 1.4.8 1.9l3.2 3h4.9v-3.1c0-1-.4-2-1.1-2.7l-2.7-2.7a1.5 1.5 0 0 0-2.3 1.5'],
      ['line', 'M4.7 14.6l2.4 2.6'],
      ['paper', 'M19.3 14.6v-3.5a1.4 1.4 0 0 1 2.8 0v5.6c0 .7-.3 1.4-.8 1.9l-3.2 3h-4.9v-3.1c0-1 .4-2 1.1-2.7l2.7-2.7a1.5 1.5 0 0 1 2.3 1.5'],
      ['line', 'M19.3 14.6l-2.4 2.6'],
    ],
  },
  sentinel: {
    label: { fr: 'Sentinelle', en: 'Sentinel' },
    words: ['harcèlement', 'veiller', 'protéger', 'bouclier', 'œil', 'shield', 'bullying'],
    parts: [
      ['accent', 'M12 2.2c2.6 1.9 5.5 2.8 8.7 2.9v6c0 5-3.4 8.9-8.7 10.7c-5.3-1.8-8.7-5.7-8.7-10.7v-6c3.2-.1 6.1-1 8.7-2.9z'],
      ['paper', 'M6.4 11.4c1.5-2.6 3.4-3.9 5.6-3.9s4.1 1.3 5.6 3.9c-1.5 2.6-3.4 3.9-5.6 3.9s-4.1-1.3-5.6-3.9z'],
      ['solid', 'M10.2 11.4a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0z'],
    ],
  },
  'sentinel-trainer': {
    label: { fr: 'Formation de sentinelles', en: 'Training sentinels' },
    words: ['formateur', 'formatrice', 'transmettre', 'pairs', 'parole', 'trainer', 'peers'],
    parts: [
      ['accent', 'M4.6 1.6h14.8a1.8 1.8 0 0 1 1.8 1.8v5.8a1.8 1.8 0 0 1-1.8 1.8h-5.3l-2.1 2l-2.1-2h-5.3a1.8 1.8 0 0 1-1.8-1.8v-5.8a1.8 1.8 0 0 1 1.8-1.8z'],
      ['paper', 'M7.3 6.3c1.3-1.7 2.8-2.5 4.7-2.5s3.4.8 4.7 2.5c-1.3 1.7-2.8 2.5-4.7 2.5s-3.4-.8-4.7-2.5z'],
      ['solid', 'M10.7 6.3a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0z'],
      ['paper', 'M2.2 22.2v-.6a3.9 3.9 0 0 1 3.9-3.9h.2a3.9 3.9 0 0 1 3.9 3.9v.6z'],
      ['paper', 'M4.2 15.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0z'],
      ['paper', 'M13.8 22.2v-.6a3.9 3.9 0 0 1 3.9-3.9h.2a3.9 3.9 0 0 1 3.9 3.9v.6z'],
      ['paper', 'M15.8 15.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0z'],
    ],
  },
  'eco-citizen': {
    label: { fr: 'Jeune pousse', en: 'Sprout' },
    words: ['écologie', 'éco-délégué', 'plante', 'nature', 'développement durable', 'green'],
    parts: [
      ['accent', 'M3.2 21.4a8.8 4.6 0 0 1 17.6 0z'],
      ['line', 'M12 16.8v-7.4'],
      ['paper', 'M12 11.6c-.2-4.6 2.9-8.3 9.2-9.3c.6 5.6-2.6 9.6-9.2 9.3z'],
      ['line', 'M12 11.6l4.8-4.8'],
      ['paper', 'M12 14.4c-5.4.5-8.7-2.3-9-7.2c5.4-.2 8.9 2.5 9 7.2z'],
      ['line', 'M12 14.4l-4.6-3.7'],
    ],
  },
  bike: {
    label: { fr: 'Vélo', en: 'Bike' },
    words: ['passbike', 'cyclisme', 'mobilité', 'route', 'bicyclette', 'cycling'],
    parts: [
      ['accent', 'M1.4 15.1a4.1 4.1 0 1 0 8.2 0a4.1 4.1 0 1 0-8.2 0z'],
      ['accent', 'M14.4 15.1a4.1 4.1 0 1 0 8.2 0a4.1 4.1 0 1 0-8.2 0z'],
      ['line', 'M5.5 15.1l3.5-6.6h7l-4.6 6.6z'],
      ['line', 'M11.4 15.1l-3.2-9'],
      ['line', 'M6.4 6.1h3.6'],
      ['line', 'M18.5 15.1l-3.4-10.2h2.6a1.3 1.3 0 0 1 0 2.6'],
    ],
  },
  champion: {
    label: { fr: 'Coupe', en: 'Trophy' },
    words: ['champion', 'victoire', 'sport', 'gagner', 'trophy', 'cup'],
    parts: [
      ['line', 'M7 4.8h-3.9c0 3.9 1.5 6 4.7 6.5'],
      ['line', 'M17 4.8h3.9c0 3.9-1.5 6-4.7 6.5'],
      ['accent', 'M6.6 2.4h10.8v7.4a5.4 5.4 0 0 1-10.8 0z'],
      ['line', 'M12 15.2v3'],
      ['paper', 'M8.6 18.2h6.8a1 1 0 0 1 1 .8l.5 2.6h-9.8l.5-2.6a1 1 0 0 1 1-.8z'],
      ['solid', 'M12 4.7l1.1 2.2l2.5.4l-1.8 1.7l.4 2.5l-2.2-1.2l-2.2 1.2l.4-2.5l-1.8-1.7l2.5-.4z'],
    ],
  },
  fighter: {
    label: { fr: 'Sommet', en: 'Summit' },
    words: ['battant', 'persévérance', 'effort', 'montagne', 'drapeau', 'courage', 'mountain'],
    parts: [
      ['paper', 'M1.8 21.2l6.9-10.9a1.5 1.5 0 0 1 2.5 0l6.9 10.9z'],
      ['paper', 'M13.5 21.2l2.7-5.2a1.3 1.3 0 0 1 2.3 0l3.7 5.2z'],
      ['accent-flat', 'M3.4 20.3l3.3-5.2l2 1.5l1.3-1.3l1.4 1.3l1.8-1.5l3.3 5.2z'],
      ['line', 'M6.2 14.4l2.4 1.8l1.4-1.3l1.4 1.3l2.3-1.8'],
      ['line', 'M1.8 21.2h20.4'],
      ['accent', 'M10 2.3h6.6l-1.7 2.2l1.7 2.2h-6.6z'],
      ['line', 'M10 2.3v7.2'],
    ],
  },
  creative: {
    label: { fr: 'Palette', en: 'Palette' },
    words: ['créatif', 'créative', 'art', 'peinture', 'couleur', 'imagination', 'painting'],
    parts: [
      ['paper', 'M10.6 22.3a9 9 0 0 1 0-18c5.1 0 9 3.2 9 7.3c0 2.8-2 4.5-4.6 4.5h-1.9a1.8 1.8 0 0 0-1.1 3.2c1 .9.3 3-1.4 3z'],
      ['accent', 'M4.8 13.7a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z'],
      ['accent', 'M7 9.1a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z'],
      ['accent', 'M12.5 9.6a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z'],
      ['accent', 'M19 1.6l.9 2.5l2.5.9l-2.5.9l-.9 2.5l-.9-2.5l-2.5-.9l2.5-.9z'],
    ],
  },
  'digital-expert': {
    label: { fr: 'Puce et curseur', en: 'Chip and cursor' },
    words: ['numérique', 'informatique', 'ordinateur', 'expert', 'digital', 'computer'],
    parts: [
      ['line', 'M7.6 2v2.4M12 2v2.4M16.4 2v2.4M2 7.6h2.4M2 12h2.4M2 16.4h2.4M7.6 19.6v2.4M19.6 7.6h2.4'],
      ['accent', 'M6.2 4.4h11.6a1.8 1.8 0 0 1 1.8 1.8v11.6a1.8 1.8 0 0 1-1.8 1.8h-11.6a1.8 1.8 0 0 1-1.8-1.8v-11.6a1.8 1.8 0 0 1 1.8-1.8z'],
      ['line', 'M8 13.4v-4.4a1 1 0 0 1 1-1h4.4'],
      ['paper', 'M11.3 11.3l11 4.1l-4.7 2.2l-2.2 4.7z'],
    ],
  },
  boat: {
    label: { fr: 'Bateau', en: 'Boat' },
    words: ['voile', 'navigation', 'équipage', 'sailing', 'ship'],
    parts: [
      ['line', 'M8.6 2.3v14'],
      ['paper', 'M6 5.9v7.6h-4z'],
      ['accent', 'M9.4 8a6.1 6.1 0 1 0 12.2 0a6.1 6.1 0 1 0-12.2 0z'],
      ['line', 'M12.8 8.3l2 2l3.4-3.700'],
      ['paper', 'M1.6 16.5h20.8c-.7 3.4-3 5.6-6.3 5.6h-8.200c-3.3 0-5.6-2.2-6.3-5.600z'],
    ],
  },
  compass: {
    label: { fr: 'Boussole', en: 'Compass' },
    words: ['orientation', 'parcours avenir', 'cap', 'direction', 'guidance'],
    parts: [
      ['paper', 'M2.6 12a9.4 9.4 0 1 0 18.8 0a9.4 9.4 0 1 0-18.8 0z'],
      ['accent', 'M8 16l2-6l6-2l-2 6z'],
      ['line', 'M12 2.6v1.2M12 20.2v1.2M2.6 12h1.2M20.2 12h1.2'],
    ],
  },
  anchor: {
    label: { fr: 'Ancre', en: 'Anchor' },
    words: ['port', 'ancrage', 'fiable', 'marine'],
    parts: [
      ['accent', 'M9 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z'],
      ['line', 'M12 8v13.5M8.2 11.5h7.6M3 13.6c0 4.6 3.8 7.9 9 7.9s9-3.3 9-7.9M1.7 15.6l1.3-2l2 1.2M22.3 15.6l-1.3-2l-2 1.2'],
    ],
  },
  lighthouse: {
    label: { fr: 'Phare', en: 'Lighthouse' },
    words: ['guider', 'repère', 'référent', 'lumière', 'mentor'],
    parts: [
      ['paper', 'M9 9h6l1.6 12.5h-9.2z'],
      ['accent-flat', 'M8.7 12.5h6.7l.5 4h-7.7z'],
      ['line', 'M9 9h6l1.6 12.5h-9.2z'],
      ['accent', 'M9.4 5.2l2.6-3l2.6 3v3.8h-5.2z'],
      ['line', 'M7.8 9h8.4M5.6 21.5h12.8M5.9 6.4l-3.5-1.3M5.9 8.4l-3.5 1.3M18.1 6.4l3.5-1.3M18.1 8.4l3.5 1.3'],
    ],
  },
  mentor: {
    label: { fr: 'Accompagnement', en: 'Guidance' },
    words: ['encadrement', 'équipe', 'pédagogique', 'conseil', 'coach', 'leadership'],
    parts: [
      ['paper', 'M7.2 21.6v-1.2a4.8 4.8 0 0 1 9.6 0v1.2z'],
      ['accent', 'M9.3 11.7a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0z'],
      ['paper', 'M1.9 8.6a2 2 0 1 0 4 0a2 2 0 1 0-4 0z'],
      ['paper', 'M18.1 8.6a2 2 0 1 0 4 0a2 2 0 1 0-4 0z'],
      ['paper', 'M10 3.9a2 2 0 1 0 4 0a2 2 0 1 0-4 0z'],
      ['line', 'M1.6 16.8v-.6a3 3 0 0 1 3-3h.7M22.4 16.8v-.6a3 3 0 0 0-3-3h-.7M7.6 4.6l-2 1.3M16.4 4.6l2 1.3'],
    ],
  },
  // Outline after Tabler Icons (MIT).
  engagement: {
    label: { fr: 'Main levée', en: 'Raised hand' },
    words: ['engagement', 'volontaire', 'participer', 'étudiant', 'volunteer'],
    parts: [
      [
        'paper',
        'M8.3 13v-7.5a1.5 1.5 0 0 1 3 0v-2a1.5 1.5 0 1 1 3 0v2a1.5 1.5 0 0 1 3 0v2a1.5 1.5 0 0 1 3 0v8.5a6 6 0 0 1-6 6h-2a6 6 0 0 1-5-2.7c-.3-.5-1.5-2.5-3.5-6a1.5 1.5 0 0 1 .5-2a1.9 1.9 0 0 1 2.3.3z',
      ],
      ['line', 'M8.3 12.6v3M11.3 5.5v6M14.3 5.5v6M17.3 7.5v4.5'],
      ['accent', 'M14.1 18.7l-2.5-2.4a1.6 1.6 0 1 1 2.5-2.2a1.6 1.6 0 1 1 2.5 2.2z'],
    ],
  },
  whistle: {
    label: { fr: 'Sifflet', en: 'Whistle' },
    words: ['arbitre', 'arbitrage', 'règles', 'sport', 'referee'],
    parts: [
      ['paper', 'M8.5 8.4h12.2a1 1 0 0 1 1 1v2.3a1 1 0 0 1-.9 1l-5.7.6a6.5 6.5 0 1 1-6.6-4.9z'],
      ['accent', 'M6.2 14.8a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z'],
      ['line', 'M14.1 8.4v2.3M11.5 2.3v2.6M6.8 3.3l1.2 2.2M16.2 3.3l-1.2 2.2'],
    ],
  },
  // Outline after Tabler Icons (MIT).
  'chef-hat': {
    label: { fr: 'Toque', en: 'Chef’s hat' },
    words: ['cuisine', 'cantine', 'chef', 'restauration', 'cook'],
    parts: [
      ['paper', 'M12 2.5c2.1 0 3.8 1.4 4.3 3.3a4.4 4.4 0 0 1 2.1 8.4v3.3h-12.8v-3.3a4.4 4.4 0 0 1 2.1-8.4c.5-1.9 2.2-3.3 4.3-3.3z'],
      ['accent', 'M5.6 17.5h12.8v3a1 1 0 0 1-1 1h-10.8a1 1 0 0 1-1-1z'],
      ['line', 'M9 17v-2.4M12 17v-3.4M15 17v-2.4'],
    ],
  },
} as const satisfies Record<string, Icon>
