// The ceremonies of collège Maurice Bedel: one that is being prepared, and the one of last summer.
import type { BadgeKey } from './badges.table-data.ts'
import { DOMAIN } from './structures.table-data.ts'

export const organizer = `documentaliste@bedel.${DOMAIN}`

/** Badges for a class, by places in its list. */
export type GiftSeed = { badge: BadgeKey; of: string; places: readonly number[]; citation: string; calledClass?: string }

export const planned = {
  inDays: 20,
  title: 'Remise des badges d’hiver',
  time: '14:00',
  place: 'Salle polyvalente',
  /** Of the dossiers that were agreed, as many: one is left, that somebody may add. */
  dossiers: 3,
  gifts: [
    { badge: 'eco-citizen', of: '6e A', places: [0, 1, 2, 5, 6, 8, 10, 11], citation: 'Pour le compost du self, tenu chaque semaine depuis la rentrée.' },
    { badge: 'solidary', of: '5e B', places: [1, 4, 5, 7, 9, 13, 18], citation: 'Pour la collecte de décembre : 212 kg portés à la banque alimentaire.' },
    { badge: 'sentinel', of: '4e B', places: [1, 4, 6, 9, 10, 15, 17], citation: 'Pour avoir écouté, sans juger, ceux qui n’osaient pas parler.' },
  ] satisfies GiftSeed[],
  handedBy: { '6e A': 'Mme Lemoine', '5e B': 'M. Zeroual', '4e B': 'Mme Vasseur', '': 'Mme Vasseur' },
  /** What somebody took care to note. */
  notes: [
    { familyName: 'Carvalho', pronunciation: 'car-VA-lio', display: 'first-name', photo: 'yes' },
    { familyName: 'Herpin', pronunciation: '', display: 'nothing', photo: 'no' },
    { familyName: 'Kowalczyk', pronunciation: 'ko-val-TCHIK', display: 'full', photo: 'yes' },
  ],
} as const

export const held = {
  daysAgo: 160,
  title: 'Remise de fin d’année',
  time: '16:30',
  place: 'Cour du collège',
  // Their classes of that year.
  gifts: [
    { badge: 'solidary', of: '4e B', places: [11, 12, 16, 18], citation: 'Pour les courses portées aux voisins du collège.', calledClass: '5e A' },
    { badge: 'citizen', of: '3e A', places: [10, 13, 14, 17], citation: 'Pour le journal du conseil de la vie collégienne.', calledClass: '4e A' },
  ] satisfies GiftSeed[],
  absent: [2, 6],
} as const
