// The structures of the network and the grown-ups who make it live. The structures exist; every person is invented.
import type { OrganizationType, Role } from '#features/organizations/index.ts'

export type StaffSeed = { address: string; givenName: string; familyName: string; title: string; roles: readonly Role[]; isNetworkAdmin?: true }
export type StructureSeed = { name: string; slug: string; type: OrganizationType; communeCode: string; description: string; website?: string; staff: readonly StaffSeed[] }

export const DOMAIN = 'demo.boat.test'
const COMMUNES = { poitiers: '86194', chasseneuil: '86062', 'saint-gervais': '86224', chatellerault: '86066', bressuire: '79049', brioux: '79057' }

/** `at` is what stands before the domain: « chef@bedel ». */
const staff = (at: string, givenName: string, familyName: string, title: string, ...roles: Role[]): StaffSeed => ({
  address: `${at}${at.includes('@') ? '.' : '@'}${DOMAIN}`,
  givenName,
  familyName,
  title,
  roles,
})

export const structures = {
  comue: {
    name: 'ComUE Université confédérale Léonard-de-Vinci',
    slug: 'comue-leonard-de-vinci',
    type: 'university',
    communeCode: COMMUNES.poitiers,
    description:
      'Regroupe des universités et des écoles de la région et anime le réseau BOAT. Elle reconnaît, avec les associations, ce que les étudiantes et les étudiants apprennent en s’engageant.',
    staff: [
      { ...staff('admin', 'Hélène', 'Castaing', 'Coordinatrice du réseau', 'owner'), isNetworkAdmin: true },
      staff('engagement@comue', 'Idriss', 'Fontanel', 'Chargé de mission engagement étudiant', 'designer', 'issuer'),
      staff('etudiante@comue', 'Lou', 'Marchetti', 'Étudiante, trésorière d’association', 'member'),
    ],
  },
  ih2ef: {
    name: 'IH2EF',
    slug: 'ih2ef',
    type: 'institute',
    communeCode: COMMUNES.chasseneuil,
    description:
      'L’Institut des hautes études de l’éducation et de la formation forme les cadres de l’éducation nationale et du supérieur. Il reconnaît l’animation, la conduite d’équipe et les compétences transférées sur le terrain.',
    website: 'https://www.ih2ef.gouv.fr',
    staff: [
      staff('direction@ih2ef', 'Bérengère', 'Lassalle', 'Directrice des partenariats', 'owner'),
      staff('formation@ih2ef', 'Yann', 'Kerbrat', 'Formateur de cadres', 'designer', 'issuer'),
    ],
  },
  canope: {
    name: 'Réseau Canopé',
    slug: 'reseau-canope',
    type: 'institute',
    communeCode: COMMUNES.chasseneuil,
    description: 'Accompagne les enseignants et les personnels de l’éducation nationale tout au long de la vie des badges, de l’idée à la valorisation.',
    website: 'https://www.reseau-canope.fr',
    staff: [
      staff('direction@canope', 'Samir', 'Belkacem', 'Directeur d’atelier', 'owner'),
      staff('mediation@canope', 'Capucine', 'Thibaudeau', 'Médiatrice du numérique éducatif', 'designer', 'issuer'),
    ],
  },
  rectorat: {
    name: 'Rectorat de l’académie de Poitiers',
    slug: 'rectorat-de-poitiers',
    type: 'authority',
    communeCode: COMMUNES.poitiers,
    description: 'Fait du développement professionnel une priorité et s’appuie sur les badges pour une gestion des ressources humaines de proximité.',
    website: 'https://www.ac-poitiers.fr',
    staff: [
      staff('secretariat@rectorat', 'Gilles', 'Astruc', 'Secrétaire général', 'owner'),
      staff('rh@rectorat', 'Nadège', 'Pommereau', 'Conseillère RH de proximité', 'admin', 'issuer'),
      staff('innovation@rectorat', 'Maud', 'Tessier', 'Conseillère recherche et innovation', 'designer', 'issuer'),
    ],
  },
  bedel: {
    name: 'Collège Maurice Bedel',
    slug: 'college-maurice-bedel',
    type: 'collège',
    communeCode: COMMUNES['saint-gervais'],
    description:
      'Reconnaît les compétences transversales des élèves et des adultes avec dix badges. Chacun peut proposer quelqu’un, un jury se réunit, et les badges sont remis en fin d’année.',
    staff: [
      staff('principale@bedel', 'Solène', 'Vasseur', 'Principale', 'owner'),
      staff('documentaliste@bedel', 'Agathe', 'Lemoine', 'Professeure documentaliste', 'admin', 'designer', 'issuer'),
      staff('cpe@bedel', 'Karim', 'Zeroual', 'Conseiller principal d’éducation', 'issuer'),
      staff('eps@bedel', 'Ludovic', 'Mainguet', 'Professeur d’EPS', 'issuer'),
      staff('anglais@bedel', 'Elsa', 'Jourdain', 'Professeure d’anglais', 'member'),
      staff('chef@bedel', 'Thierry', 'Gauvrit', 'Chef cuisinier', 'member'),
      staff('agente@bedel', 'Fatoumata', 'Diarra', 'Agente d’entretien', 'member'),
    ],
  },
  rabelais: {
    name: 'École François Rabelais',
    slug: 'ecole-francois-rabelais',
    type: 'primary-school',
    communeCode: COMMUNES['saint-gervais'],
    description:
      'Prépare le passage au collège avec l’équipe de Maurice Bedel, et veut valoriser les enfants autrement que par les notes : l’entraide, l’art, le sport, la citoyenneté.',
    staff: [
      staff('directrice@rabelais', 'Pauline', 'Grégoire', 'Directrice', 'owner'),
      staff('cm2@rabelais', 'Mathieu', 'Sabourin', 'Professeur des écoles, CM2', 'designer', 'issuer'),
    ],
  },
  genevoix: {
    name: 'Lycée Genevoix',
    slug: 'lycee-genevoix',
    type: 'lycée',
    communeCode: COMMUNES.bressuire,
    description:
      'En sciences physiques, six badges aident chacun à travailler ses erreurs à son rythme : on demande à passer un badge quand on se sent prêt, autant de fois qu’il le faut.',
    staff: [
      staff('proviseure@genevoix', 'Anne-Sophie', 'Duteil', 'Proviseure', 'owner'),
      staff('enseignante@genevoix', 'Marion', 'Bellanger', 'Professeure de physique-chimie', 'designer', 'issuer'),
      staff('physique@genevoix', 'Hugo', 'Pasquet', 'Professeur de physique-chimie', 'issuer'),
    ],
  },
  'saint-exupery': {
    name: 'Collège Antoine de Saint-Exupéry',
    slug: 'college-saint-exupery',
    type: 'collège',
    communeCode: COMMUNES.brioux,
    description: 'Donne ou redonne confiance : les badges gardent la trace de ce que les élèves montrent pendant le Parcours Avenir, entre hackathon et semaine en entreprise.',
    staff: [
      staff('principal@saint-exupery', 'Olivier', 'Brossard', 'Principal', 'owner'),
      staff('avenir@saint-exupery', 'Clémentine', 'Aubrun', 'Référente Parcours Avenir', 'designer', 'issuer'),
    ],
  },
  foulees: {
    name: 'Les Foulées du Poitou',
    slug: 'les-foulees-du-poitou',
    type: 'association',
    communeCode: COMMUNES.chatellerault,
    description: 'Club de course à pied ouvert à tous les âges. Il reconnaît celles et ceux sans qui aucune course n’a lieu : arbitres, chronométreurs, accompagnateurs.',
    staff: [staff('presidente@foulees', 'Josiane', 'Rivault', 'Présidente', 'owner'), staff('arbitre@foulees', 'Florian', 'Métayer', 'Arbitre bénévole', 'member')],
  },
} as const satisfies Record<string, StructureSeed>

export type StructureKey = keyof typeof structures

/** Asked to join, not there yet. */
export const invitation = {
  structure: 'bedel',
  by: `principale@bedel.${DOMAIN}`,
  address: `musique@bedel.${DOMAIN}`,
  title: 'Professeure d’éducation musicale',
  roles: ['issuer'],
} as const
