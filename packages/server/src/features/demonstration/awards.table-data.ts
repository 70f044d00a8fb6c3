// Who received what, from whom, when and why. A pupil is told by a class and a place in it, everybody else by an address.
import type { BadgeKey } from './badges.table-data.ts'

export type RecipientSeed = {
  to: string | readonly [className: string, place: number]
  narrative: string
  evidenceUrl?: string
  response?: 'accepted'
  isShared?: true
  revoked?: { daysAgo: number; reason: string }
}
export type AwardSeed = {
  badge: BadgeKey
  by: string
  daysAgo: number
  validForDays?: number
  /** Mails leave for these only: a page of sent mails with a few, and the latest. */
  isAnnounced?: true
  recipients: readonly RecipientSeed[]
}

const at = (address: string) => `${address}.demo.boat.test`
const documentalist = at('documentaliste@bedel')
const counsellor = at('cpe@bedel')
const pupil = at('eleve@bedel')

export const awards: readonly AwardSeed[] = [
  {
    badge: 'volunteer-referee',
    by: at('presidente@foulees'),
    daysAgo: 400,
    validForDays: 365,
    recipients: [{ to: at('eps@bedel'), narrative: 'A tenu la ligne d’arrivée du 10 km et formé deux chronométreuses.', response: 'accepted' }],
  },
  {
    badge: 'cross-country',
    by: at('eps@bedel'),
    daysAgo: 390,
    recipients: [
      { to: ['4e B', 2], narrative: 'A terminé la course en aidant un camarade blessé à marcher jusqu’à l’arrivée.' },
      { to: ['3e A', 7], narrative: 'A couru sans s’arrêter, pour la première fois.' },
    ],
  },
  {
    badge: 'committed-chef',
    by: documentalist,
    daysAgo: 310,
    recipients: [
      {
        to: at('chef@bedel'),
        narrative:
          'A conduit l’atelier cuisine avec les professeurs de langues et d’histoire, invité ses collègues à imaginer des recettes, et réduit d’un tiers les restes pesés au retour des plateaux.',
        evidenceUrl: 'https://college-bedel.example/journal/l-atelier-cuisine',
        response: 'accepted',
        isShared: true,
      },
    ],
  },
  {
    badge: 'citizen',
    by: counsellor,
    daysAgo: 300,
    recipients: [
      { to: ['3e A', 4], narrative: 'A porté au conseil de la vie collégienne la demande d’un garage à vélos, et l’a obtenu.', response: 'accepted' },
      { to: ['4e B', 6], narrative: 'A pris des notes pour toute la classe à chaque conseil et les a lues le lendemain.' },
      {
        to: at('agente@bedel'),
        narrative: 'Propositions de douze élèves : elle connaît chaque prénom, rappelle la règle avec le sourire et garde un œil sur la cour.',
        response: 'accepted',
        isShared: true,
      },
    ],
  },
  {
    badge: 'bullying-referent',
    by: at('innovation@rectorat'),
    daysAgo: 290,
    recipients: [
      {
        to: counsellor,
        narrative: 'Anime l’équipe ressource du collège, a formé neuf sentinelles et conduit trois situations jusqu’à leur résolution.',
        response: 'accepted',
        isShared: true,
      },
    ],
  },
  {
    badge: 'sentinel',
    by: counsellor,
    daysAgo: 280,
    recipients: [
      { to: pupil, narrative: 'A écrit et joué la saynète « Le groupe de discussion », puis répondu aux questions des 6e.', response: 'accepted' },
      { to: ['4e B', 0], narrative: 'A alerté un adulte sans citer publiquement la victime, et l’a accompagnée.' },
      { to: ['4e B', 3], narrative: 'A dessiné l’affiche du numéro 3018, posée à chaque étage.' },
      { to: ['4e B', 5], narrative: 'A animé le stand des sentinelles pendant la semaine du respect.' },
      { to: ['4e B', 8], narrative: 'A proposé la boîte à mots et la relève chaque vendredi avec le CPE.' },
    ],
  },
  {
    badge: 'digital-trainer',
    by: at('mediation@canope'),
    daysAgo: 260,
    recipients: [
      {
        to: documentalist,
        narrative: 'A conçu et animé deux fois l’atelier « Créer un badge avec ses élèves », supports publiés sous licence libre.',
        response: 'accepted',
        isShared: true,
      },
      { to: at('enseignante@genevoix'), narrative: 'A formé onze collègues à la vidéo courte : une notion, une erreur, trois minutes.', response: 'accepted', isShared: true },
    ],
  },
  {
    badge: 'passbike',
    by: at('eps@bedel'),
    daysAgo: 215,
    recipients: [
      { to: ['5e B', 1], narrative: 'A réparé une crevaison en douze minutes et guidé le groupe jusqu’à Leigné.' },
      { to: ['5e B', 9], narrative: 'A contrôlé les vélos de toute la classe avant la sortie.' },
      {
        to: ['5e B', 14],
        narrative: 'A réussi le parcours de maniabilité au premier essai.',
        revoked: { daysAgo: 209, reason: 'Attribué par erreur : la sortie de 10 km reste à faire. Le badge sera donné de nouveau après la prochaine sortie.' },
      },
      { to: ['3e A', 11], narrative: 'A accompagné les 5e sur route et montré comment signaler un changement de direction.' },
    ],
  },
  {
    badge: 'student-engagement',
    by: at('engagement@comue'),
    daysAgo: 190,
    recipients: [
      {
        to: at('etudiante@comue'),
        narrative: 'Trésorière de l’association sportive, a bâti le budget d’un tournoi de 120 personnes et décrit trois compétences devant un jury d’étudiants et d’employeurs.',
        evidenceUrl: 'https://vie-etudiante.example/tournoi-solidaire/bilan',
        response: 'accepted',
        isShared: true,
      },
    ],
  },
  {
    badge: 'eco-citizen',
    by: documentalist,
    daysAgo: 165,
    recipients: [
      { to: at('chef@bedel'), narrative: 'Proposé par la classe de 6e : pesée des restes affichée chaque semaine, et panier de légumes anciens à goûter.', response: 'accepted' },
      { to: ['5e B', 4], narrative: 'A tenu le compost toute l’année et dressé le relevé : 212 kg.' },
      { to: ['5e B', 17], narrative: 'A convaincu trois classes d’éteindre les écrans le soir, compteur à l’appui.' },
      { to: ['4e B', 10], narrative: 'A planté la haie du parking avec les agents, et noté les oiseaux revenus.' },
    ],
  },
  {
    badge: 'creative',
    by: documentalist,
    daysAgo: 160,
    recipients: [
      {
        to: pupil,
        narrative: 'A conçu la fresque de la cour en quatre essais, du carnet au mur, avec des restes de peinture.',
        evidenceUrl: 'https://college-bedel.example/journal/la-fresque-de-la-cour',
        response: 'accepted',
      },
      { to: ['3e A', 2], narrative: 'A composé la musique du spectacle à partir des bruits du collège.' },
      { to: ['4e B', 14], narrative: 'A inventé un jeu de cartes sur les mots de l’anglais, utilisé depuis dans deux classes.' },
    ],
  },
  {
    badge: 'champion',
    by: at('eps@bedel'),
    daysAgo: 150,
    recipients: [
      { to: ['3e A', 9], narrative: 'A mené l’équipe de handball à la finale départementale et consolé les perdants.' },
      { to: ['3e A', 15], narrative: 'A gagné deux secondes au 50 m brasse, puis appris le virage à deux débutantes.' },
      { to: ['5e B', 20], narrative: 'A représenté le collège au championnat d’échecs de l’académie.' },
    ],
  },
  {
    badge: 'pedagogical-leadership',
    by: at('formation@ih2ef'),
    daysAgo: 120,
    recipients: [
      {
        to: at('principale@bedel'),
        narrative: 'A réuni élèves, agents et professeurs autour d’un référentiel de dix badges, et délégué le jury à l’équipe.',
        response: 'accepted',
        isShared: true,
      },
      { to: 'admin@demo.boat.test', narrative: 'A fait travailler ensemble neuf structures qui ne se parlaient pas, sans en imposer le rythme.', response: 'accepted' },
    ],
  },
  {
    badge: 'volunteer-referee',
    by: at('presidente@foulees'),
    daysAgo: 60,
    validForDays: 365,
    recipients: [{ to: at('arbitre@foulees'), narrative: 'A jugé quatre courses, dont celle des poussins, et formé une arbitre débutante.', response: 'accepted', isShared: true }],
  },
  {
    badge: 'citizen',
    by: counsellor,
    daysAgo: 24,
    recipients: [
      { to: ['6e A', 3], narrative: 'A préparé l’élection des délégués et dépouillé les bulletins à voix haute.' },
      { to: ['5e B', 11], narrative: 'A recueilli quatorze avis sur le menu du jeudi et les a portés en commission.' },
    ],
  },
  {
    badge: 'solidary',
    by: counsellor,
    daysAgo: 17,
    recipients: [
      { to: ['6e A', 8], narrative: 'A traduit pour une camarade arrivée en octobre, jusqu’à ce qu’elle se débrouille.' },
      { to: ['6e A', 16], narrative: 'A porté le sac d’un camarade en béquilles pendant trois semaines.' },
      { to: ['3e A', 13], narrative: 'A organisé la collecte de jouets, du premier carton au dernier camion.' },
    ],
  },
  {
    badge: 'digital-expert',
    by: documentalist,
    daysAgo: 3,
    isAnnounced: true,
    recipients: [{ to: pupil, narrative: 'A modélisé et imprimé en 3D le badge physique remis à la cérémonie, puis appris à deux camarades à s’en servir.' }],
  },
  {
    badge: 'digital-trainer',
    by: at('mediation@canope'),
    daysAgo: 2,
    isAnnounced: true,
    recipients: [{ to: at('rh@rectorat'), narrative: 'A animé deux fois l’atelier « Reconnaître les compétences dans une équipe » pour des conseillères et conseillers RH.' }],
  },
]

/** The whole CM2 learns to stand up against bullying: one list, confirmed today, whose cards are not printed yet. */
export const sentinelsOfCm2 = {
  badge: 'sentinel',
  by: documentalist,
  group: 'Liaison CM2-6e',
  narrative: 'A suivi la formation des sentinelles du collège, posé ses questions et imaginé une affiche pour la classe.',
} as const
