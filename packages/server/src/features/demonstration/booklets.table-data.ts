// What pupils write into their booklets, in their own words; and those of CM2, one of whom takes theirs along to the collège.
import { nature, type PhysicsBadge, pupilOfSeconde } from './programmes.table-data.ts'

/** `of` is an address or a place in the class; what is said of no badge is said of the first term. */
export type SentenceSeed = { of: number | string; badge?: PhysicsBadge; text: string }

export const sentences: readonly SentenceSeed[] = [
  { of: pupilOfSeconde, badge: 'conversions', text: 'Je fais un tableau pour les volumes, trois colonnes par unité, et je vérifie que le nombre va dans le bon sens.' },
  { of: pupilOfSeconde, badge: 'units', text: 'J’ai compris pour les secondes ! Il me reste une série à refaire avant de redemander.' },
  { of: pupilOfSeconde, text: 'J’ai osé redemander après un conseil, et ça a marché. Prochain objectif : les graphiques avec Noé.' },
  { of: 1, badge: 'formulas', text: 'Maintenant je contrôle toujours avec les unités à la fin.' },
  { of: 2, badge: 'significant-digits', text: 'Les zéros de gauche ne comptent pas, ceux de droite oui : je l’ai expliqué à trois camarades.' },
  { of: 4, badge: 'conversions', text: 'Facile une fois que l’on écrit la puissance de dix.' },
  { of: 4, text: 'Trois badges ce trimestre, je prends de l’avance pour le suivant.' },
  { of: 9, badge: 'conversions', text: 'La première fois j’avais pris la mauvaise colonne. La vidéo m’a servi.' },
  { of: 21, badge: 'conversions', text: 'Il m’a fallu du temps, et je ne l’oublierai plus.' },
]

/** Of the CM2. Who teaches there says so many days ago what was seen. */
export const inCm2 = {
  programme: nature.name,
  by: nature.by,
  badge: 'helping-hand',
  pupils: [
    {
      place: 3,
      tried: { daysAgo: 25, advice: 'Tu aides vraiment quand tu laisses l’autre faire : montre, puis recule d’un pas.' },
      text: 'J’ai appris à expliquer sans faire à la place des petits.',
    },
    { place: 23, passedDaysAgo: 20, text: 'J’ai accompagné Malo en lecture tous les jeudis. J’aimerais continuer au collège.' },
  ],
} as const
