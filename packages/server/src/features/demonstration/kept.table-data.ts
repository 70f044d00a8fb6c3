// What the cook had received elsewhere before the network was there, and what he wrote beside what he keeps. The issuers are invented.
import type { DemoDesignName } from '#features/achievements/index.ts'
import { DOMAIN } from './structures.table-data.ts'

export type BroughtSeed = {
  issuer: string
  name: string
  description: string
  criteria: string
  narrative?: string
  /** Of the demonstration's own drawings, with other words on the ribbon. */
  drawing: DemoDesignName
  ribbon: string
  receivedOn: string
  validUntil?: string
  keywords: readonly string[]
  alignments: readonly { targetName: string; targetFramework: string; targetUrl: string }[]
}

export const keeper = `chef@bedel.${DOMAIN}`
export const BROUGHT_DAYS_AGO = 40

const FOOD = 'Référentiel des métiers de la restauration collective'
const food = (targetName: string, place: string) => ({ targetName, targetFramework: FOOD, targetUrl: `https://restauration.example/referentiel/${place}` })

export const brought: readonly BroughtSeed[] = [
  {
    issuer: 'Les Tables vertes du Poitou',
    name: 'Cuisine de saison',
    description: 'Compose des menus de saison avec des producteurs du département, et sait l’expliquer à celles et ceux qui mangent.',
    criteria: 'Tenir **un trimestre de menus** dont la moitié des produits vient de moins de 80 km, et en raconter un aux convives.',
    narrative: 'A composé douze semaines de menus avec quatre maraîchers, et tenu le stand « d’où vient mon assiette ? ».',
    drawing: 'eco-citizen',
    ribbon: 'Cuisine de saison',
    receivedOn: '2025-06-20',
    keywords: ['alimentation durable', 'circuits courts'],
    alignments: [food('Composer un menu équilibré', 'menus'), food('Réduire le gaspillage alimentaire', 'gaspillage')],
  },
  {
    issuer: 'Maison des apprentis de la Vienne',
    name: 'Maître d’apprentissage',
    description: 'Accueille une personne en formation, lui confie de vraies tâches et l’aide à progresser.',
    criteria: 'Avoir accompagné une personne jusqu’à son examen, avec un entretien chaque mois.',
    narrative: 'A accompagné Bilal pendant deux ans, jusqu’à son CAP.',
    drawing: 'pedagogical-leadership',
    ribbon: 'Maître d’apprentissage',
    receivedOn: '2023-07-04',
    keywords: ['transmission'],
    alignments: [
      { targetName: 'Transmettre un geste professionnel', targetFramework: 'Accompagner en entreprise', targetUrl: 'https://apprentis.example/accompagner#transmettre' },
    ],
  },
  {
    issuer: 'Union des secouristes de Châtellerault',
    name: 'Gestes qui sauvent au travail',
    description: 'Sait protéger, alerter et secourir sur son lieu de travail.',
    criteria: 'Suivre quatorze heures de formation et réussir la mise en situation. À refaire tous les deux ans.',
    drawing: 'sentinel',
    ribbon: 'Gestes qui sauvent',
    receivedOn: '2022-10-12',
    validUntil: '2024-10-12',
    keywords: ['premiers secours', 'sécurité'],
    alignments: [],
  },
]

/** By the name of a badge, of here or of elsewhere. */
export const notes: Readonly<Record<string, { sentence: string; tags: readonly string[] }>> = {
  'Chef cuisinier engagé': {
    sentence: 'Ce sont les élèves qui ont proposé mon nom. Depuis, je mets leur recette au menu une fois par mois.',
    tags: ['collège', 'fierté'],
  },
  'Cuisine de saison': { sentence: 'Quatre maraîchers, douze semaines, et des frites de panais que personne n’a laissées.', tags: ['cuisine', 'collège'] },
  'Maître d’apprentissage': { sentence: 'Le jour où Bilal a eu son CAP, j’étais plus fier que pour le mien.', tags: ['transmission'] },
}
