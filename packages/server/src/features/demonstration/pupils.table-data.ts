// Invented pupils: first names and family names are dealt in turn, so that no pair comes twice and everybody is somebody's classmate.
import type { StructureKey } from './structures.table-data.ts'

export type ClassSeed = {
  name: string
  structure: StructureKey
  size: number
  /** Age reached in the year when the school year begins. */
  age: number
  /** One pupil in so many has an address. */
  everyWithAddress?: number
}

export const classes: readonly ClassSeed[] = [
  { name: 'CM2', structure: 'rabelais', size: 24, age: 10 },
  { name: '6e A', structure: 'bedel', size: 22, age: 11 },
  { name: '5e B', structure: 'bedel', size: 23, age: 12 },
  { name: '4e B', structure: 'bedel', size: 21, age: 13, everyWithAddress: 5 },
  { name: '3e A', structure: 'bedel', size: 22, age: 14, everyWithAddress: 3 },
  { name: '2de 4', structure: 'genevoix', size: 29, age: 15, everyWithAddress: 2 },
]

/** Those who are together for something else than a class: places in the class list. */
export const groups = [
  { name: 'Liaison CM2-6e', structure: 'bedel', of: 'CM2', places: Array.from({ length: 24 }, (_, place) => place) },
  { name: 'Sentinelles', structure: 'bedel', of: '4e B', places: [0, 3, 5, 8, 12] },
  { name: 'Groupe AP physique', structure: 'genevoix', of: '2de 4', places: [1, 4, 6, 9, 13, 17, 20, 22, 26] },
] as const satisfies readonly { name: string; structure: StructureKey; of: string; places: readonly number[] }[]

type OneClickPupil = { structure: StructureKey; cohort: string; address: string; givenName: string; familyName: string; years: number; days: number }

/** The pupils whom one click enters: one of fourteen years and a season, under fifteen for most of the year to come, and one who is over. */
export const demonstrationPupil: OneClickPupil = {
  structure: 'bedel',
  cohort: '3e A',
  address: 'eleve@bedel.demo.boat.test',
  givenName: 'Inaya',
  familyName: 'Marsaud',
  years: 14,
  days: 100,
}
export const lyceePupil: OneClickPupil = {
  structure: 'genevoix',
  cohort: '2de 4',
  address: 'eleve@genevoix.demo.boat.test',
  givenName: 'Maïwenn',
  familyName: 'Lestrade',
  years: 15,
  days: 140,
}

export const givenNames = words(`
  Adèle Adam Alice Amir Ambre Antonin Anaïs Aymeric Assia Bastien Camille Célestin Chloé Côme Daphné Elias Éloïse Enzo Emma Ethan Fanny Gabin Garance
  Gaspard Inès Ilyès Jade Isaac Jeanne Joachim Juliette Jules Kenza Kylian Léa Léo Lina Lilian Louise Loris Maëlys Malo Manon Marceau Margaux Marius
  Mila Mathéo Mina Milan Nour Nathan Océane Noé Romane Oscar Rose Pablo Salomé Rayan Sarah Robin Suzanne Sacha Tess Samuel Thaïs Tiago Victoire Timéo
  Yasmine Valentin Zélie Yanis`)

export const familyNames = words(`
  Abadie Amrani Arnoux Bachelot Baudrier Belmont Benhaddou Berthomieu Bironneau Boisnard Bouchakour Bourdeau Brunetière Carvalho Chaigneau Charruault
  Chauvineau Cissokho Clisson Cognard Courtin Cuvelier Dacosta Daviaud Delestre Desvignes Diabaté Dufaure Dupuydauby Ecalle Fadli Fillonneau Fouchereau
  Gadioux Gargouri Gendreau Giraudeau Goubault Guignard Guyonnet Hamdani Herpin Hoang Jarriau Joubertin Kaddouri Kowalczyk Labrousse Lahaye Landreau
  Lecointre Magnéron Maillochaud Mansouri Massonneau Mbaye Micheneau Moinard Naudon Nguyen Ouvrard Pacaud Peronnet Pineaud Poupard Quintard Rabiller
  Ravenel Renaudet Ribardière Sadaoui Sauzeau Savariau Silvestre Soulard Tardivel Texereau Thébault Traoré Vandamme Vergnault Vezinat Yildirim Zamora`)

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
