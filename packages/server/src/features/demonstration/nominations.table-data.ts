// Who is proposed at collège Maurice Bedel, by whom, in whose words.
import type { BadgeKey } from './badges.table-data.ts'
import type { PhotoKey } from './photos.table-data.ts'
import { DOMAIN } from './structures.table-data.ts'

/** By address, or by class and place in its list. */
export type WhoSeed = string | readonly [className: string, place: number]
export type NomineeSeed = WhoSeed | { name: string; function: string }
export type NominationSeed = {
  badge: BadgeKey
  /** Who reads what pupils wrote, and decides. */
  reader: string
  nominee: NomineeSeed
  voices: readonly { by: WhoSeed; daysAgo: number; deed: string; occasion: string; isWaiting?: true; photo?: PhotoKey }[]
  fact?: { text: string; url?: string }
  response?: 'accepted' | 'declined'
  decision?: { decision: 'not-retained'; reason: string } | { decision: 'granted'; reason: string; isEmbargoed: true }
}

const at = (name: string) => `${name}.${DOMAIN}`
const reader = at('documentaliste@bedel')

export const nominations: readonly NominationSeed[] = [
  {
    badge: 'solidary',
    reader,
    nominee: at('chef@bedel'),
    voices: [
      { by: ['4e B', 2], daysAgo: 12, deed: 'Il met toujours une assiette de côté pour ceux qui arrivent en retard de l’infirmerie.', occasion: 'toute l’année' },
      {
        by: ['4e B', 7],
        daysAgo: 11,
        deed: 'Pour la collecte il a préparé 40 bocaux de soupe avec nous, et il est resté ranger.',
        occasion: 'le jour de la collecte',
        photo: 'jars',
      },
      { by: ['5e B', 3], daysAgo: 9, deed: 'Il a appris le nom de tous les nouveaux et il leur demande ce qu’ils aiment manger.', occasion: 'en septembre' },
      { by: ['5e B', 12], daysAgo: 6, deed: 'Quand Noé ne pouvait plus porter son plateau avec ses béquilles, il l’a fait chaque midi.', occasion: 'pendant trois semaines' },
      { by: ['6e A', 4], daysAgo: 4, deed: 'Il a cuisiné sans gluten pour toute la table pour que Lina ne mange pas seule.', occasion: 'la semaine du goût' },
    ],
  },
  {
    badge: 'eco-citizen',
    reader,
    nominee: at('agente@bedel'),
    voices: [
      {
        by: ['3e A', 6],
        daysAgo: 2,
        deed: 'Elle nous a montré comment trier ce qui reste dans les salles, et elle a fabriqué les affiches avec nous.',
        occasion: 'lundi dernier',
        isWaiting: true,
      },
      {
        by: ['6e A', 9],
        daysAgo: 1,
        deed: 'Elle a planté des fleurs pour les abeilles près du portail avec notre classe.',
        occasion: 'au printemps',
        isWaiting: true,
        photo: 'flowers',
      },
    ],
  },
  {
    badge: 'solidary',
    reader,
    nominee: at('eleve@bedel'),
    voices: [
      {
        by: ['3e A', 3],
        daysAgo: 8,
        deed: 'Elle a appris à six camarades à se servir de l’imprimante 3D, sans jamais faire à leur place.',
        occasion: 'en novembre',
        photo: 'dragon',
      },
      { by: ['3e A', 8], daysAgo: 7, deed: 'Elle m’a apporté les cours tous les soirs quand j’étais à l’hôpital.', occasion: 'deux semaines en octobre' },
    ],
  },
  {
    badge: 'solidary',
    reader,
    nominee: { name: 'Marcel Poupard', function: 'Conducteur du car' },
    voices: [
      {
        by: at('anglais@bedel'),
        daysAgo: 5,
        deed: 'Attend les élèves dont le cours finit tard, et prévient les familles quand le car a du retard.',
        occasion: 'tous les vendredis',
      },
    ],
  },
  {
    badge: 'solidary',
    reader,
    nominee: { name: 'M. Poupard', function: 'Chauffeur du car scolaire' },
    voices: [
      { by: at('eps@bedel'), daysAgo: 3, deed: 'A conduit l’équipe de cross un samedi, sur son temps, et l’a encouragée jusqu’au bout.', occasion: 'au cross départemental' },
    ],
  },
  {
    badge: 'sentinel',
    reader,
    nominee: at('cpe@bedel'),
    voices: [
      { by: at('eps@bedel'), daysAgo: 15, deed: 'A monté la permanence d’écoute du midi et formé cinq collègues à l’entretien avec une victime.', occasion: 'depuis la rentrée' },
    ],
    response: 'accepted',
    fact: { text: 'La permanence a reçu 23 élèves ; le protocole est affiché en salle des professeurs.', url: 'https://college-bedel.example/vie-scolaire/permanence' },
  },
  {
    badge: 'citizen',
    reader,
    nominee: ['5e B', 8],
    voices: [{ by: ['5e B', 10], daysAgo: 20, deed: 'Il a présenté l’idée de la boîte à livres devant toute la classe.', occasion: 'en octobre' }],
    decision: {
      decision: 'not-retained',
      reason: 'C’est un beau début. Le badge demande aussi de recueillir l’avis de dix camarades et de dire ce qui a été décidé : on pourra te proposer de nouveau après.',
    },
  },
  // Agreed, and secret until the ceremony.
  {
    badge: 'citizen',
    reader,
    nominee: at('chef@bedel'),
    voices: [
      {
        by: at('anglais@bedel'),
        daysAgo: 14,
        deed: 'A ouvert ses menus au conseil de la vie collégienne, et tenu compte de chaque avis dans les commandes.',
        occasion: 'depuis septembre',
      },
    ],
    response: 'accepted',
    decision: { decision: 'granted', reason: 'Il a ouvert ses menus à l’avis de tous.', isEmbargoed: true },
  },
  {
    badge: 'solidary',
    reader,
    nominee: ['4e B', 14],
    voices: [{ by: at('eps@bedel'), daysAgo: 10, deed: 'Accompagne chaque semaine un camarade malvoyant pendant les courses.', occasion: 'chaque jeudi' }],
    decision: { decision: 'granted', reason: 'Chaque jeudi, un camarade court grâce à ses yeux.', isEmbargoed: true },
  },
  {
    badge: 'citizen',
    reader,
    nominee: ['5e B', 16],
    voices: [{ by: at('cpe@bedel'), daysAgo: 9, deed: 'A recueilli l’avis de sa classe sur la cour et l’a défendu devant le conseil.', occasion: 'en octobre' }],
    decision: { decision: 'granted', reason: 'La cour a changé parce que la classe a été écoutée.', isEmbargoed: true },
  },
  {
    badge: 'solidary',
    reader,
    nominee: ['6e A', 15],
    voices: [{ by: at('documentaliste@bedel'), daysAgo: 3, deed: 'Lit chaque midi à voix haute pour deux camarades qui apprennent le français.', occasion: 'au CDI' }],
    decision: { decision: 'granted', reason: 'Chaque midi, une histoire lue pour apprendre le français ensemble.', isEmbargoed: true },
  },
]
