// Sheets to print: from one with nothing yet to one with more than fits.
import type { Paper, PaperBadge, PaperWords } from './paper.ts'

export const WORDS: PaperWords = {
  title: 'Livrets de suivi, <Physique> & Cie',
  lang: 'fr',
  heading: 'Livret de suivi',
  online: 'Le livret en ligne',
  badges: 'Les badges',
  advice: 'Les conseils reçus',
  noAdvice: 'Pas encore de conseil écrit : ils viendront ici, au fil des passages.',
  redo: 'À refaire',
  sentences: 'Mes phrases',
  noSentences: 'Ce que j’ai compris, ce dont je suis fier ou fière, ce que je vais essayer :',
  notes: 'Pour écrire à la main',
  signatures: ['L’élève', 'La famille : un mot, une signature', 'Le ou la professeur·e'],
  foot: 'Livret du 25 novembre 2026. En ligne, il est toujours à jour : badges.ac-poitiers.fr/me/practice',
  more: '… la suite en ligne',
}

const NAMES = [
  'Conversions',
  'Chiffres significatifs',
  'Relations littérales',
  'Rédiger un calcul',
  'Lire un graphique',
  'Schématiser une expérience avec tout ce qu’il faut pour la refaire',
]
const STATES = ['passed', 'to-rework', 'ready', 'none'] as const
const STANDINGS = {
  passed: 'Validé le 12 octobre 2026 · Argent',
  'to-rework': 'À retravailler, conseil du 9 novembre 2026',
  ready: 'Prêt·e depuis le 24 novembre 2026',
  none: 'À découvrir',
} as const
const STORY = ['2 oct. : un conseil', '9 oct. : un conseil', '12 oct. : validé']

export const makeBadges = (count: number, hasBegun = true): PaperBadge[] =>
  Array.from({ length: count }, (_, index) => {
    const state = hasBegun ? STATES[index % STATES.length]! : 'none'
    return { imageKey: 'star', name: NAMES[index % NAMES.length]!, state, standing: STANDINGS[state], story: state === 'none' ? [] : STORY.slice(0, state === 'ready' ? 1 : 3) }
  })

const ADDRESS = 'https://badges.ac-poitiers.fr/me/practice/0198f3c2-7c1e-7b52-9a10-5d1f0a3b7c11'
const ADVICE = 'Tu as oublié le carré de l’unité : 1 m² vaut 10 000 cm², pas 100. Reprends la vidéo, puis deux exercices.'

/** A pupil in the middle of the year. */
export const makePaper = (more: Partial<Paper> = {}): Paper => ({
  organization: 'Lycée Maurice Genevoix',
  schoolYear: '2026-2027',
  name: 'Lina Moreau',
  className: '2de 4',
  programme: 'Physique-chimie en seconde : 2 badges par trimestre',
  teachers: 'Avec Marion Bellanger et Nadia Essai',
  address: `${ADDRESS}/booklet`,
  periods: [
    { name: '1er trimestre', days: 'du 1 sept. au 18 décembre 2026', standing: '2 badges sur 2' },
    { name: '2e trimestre', days: 'du 4 janv. au 26 mars 2027', standing: '1 badge sur 2' },
    { name: '3e trimestre', days: 'du 29 mars au 3 juillet 2027', standing: '2 badges à choisir' },
  ],
  badges: makeBadges(6),
  advice: [
    {
      badge: 'Chiffres significatifs',
      steps: [
        { when: '9 novembre 2026 · Marion Bellanger · avant de passer : « presque »', lines: [ADVICE, 'Presque : la méthode est là.'] },
        { when: '2 novembre 2026 · Nadia Essai', lines: ['Compte les chiffres à partir du premier qui n’est pas zéro.'] },
      ],
      toRedo: 'À refaire : Combien de chiffres ? et Arrondir sans se tromper',
    },
    { badge: 'Conversions', steps: [{ when: '2 octobre 2026 · Marion Bellanger', lines: ['Écris l’unité à chaque ligne.'] }], toRedo: '' },
  ],
  redo: [{ address: `${ADDRESS}/0198f3c2-7c1e-7b52-9a10-000000000001`, caption: 'Chiffres significatifs' }],
  sentences: [
    { about: '1er trimestre', text: 'J’ai pris le temps de refaire les conversions, et maintenant je les fais de tête.' },
    { about: 'Conversions', text: 'Le truc, c’est d’écrire l’unité à chaque ligne 🎉.' },
  ],
  ...more,
})

/** More than two pages could hold. */
export const makeLongPaper = (): Paper =>
  makePaper({
    organization: 'Établissement régional d’enseignement adapté de Saint-Gervais-les-Trois-Clochers et Sud-Vienne',
    name: 'Marie-Charlotte-Éléonore de La Rochefoucauld-Montmorency du Plessis-Bellière',
    className: '2de 4, AP Mathématiques et physique du jeudi, Groupe d’anglais renforcé',
    programme: 'Physique-chimie en seconde : deux badges par trimestre parmi douze, avec le groupe d’accompagnement personnalisé',
    badges: makeBadges(12),
    advice: Array.from({ length: 12 }, (_, index) => ({
      badge: NAMES[index % NAMES.length]!,
      steps: Array.from({ length: 4 }, () => ({ when: '9 novembre 2026 · Marion Bellanger', lines: [ADVICE, `${ADVICE} ${ADVICE}`] })),
      toRedo: 'À refaire : Combien de chiffres ? et Arrondir sans se tromper',
    })),
    redo: [1, 2, 3].map((number) => ({ address: `${ADDRESS}/0198f3c2-7c1e-7b52-9a10-00000000000${number}`, caption: NAMES[number * 2 - 1]! })),
    sentences: Array.from({ length: 14 }, (_, index) => ({
      about: NAMES[index % NAMES.length]!,
      text: 'Je sais maintenant convertir les aires et les volumes sans tableau, et j’explique à ma voisine. '.repeat(3).trim(),
    })),
  })

/** September. */
export const makeEmptyPaper = (): Paper =>
  makePaper({
    periods: [{ name: 'Année', days: 'du 1 sept. 2026 au 3 juillet 2027', standing: '6 badges à choisir' }],
    badges: makeBadges(6, false),
    advice: [],
    redo: [],
    sentences: [],
  })
