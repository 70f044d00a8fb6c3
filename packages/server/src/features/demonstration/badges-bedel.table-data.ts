// The badges of collège Maurice Bedel: the ten it is known for, its cook's, one that is being written and one that is no longer given.
import type { BadgeSeed } from './badge.seed.ts'

const by = 'documentaliste@bedel.demo.boat.test'
const bedel = { structure: 'bedel', by } as const

export const bedelBadges = {
  citizen: {
    ...bedel,
    name: { fr: 'Citoyen', en: 'Citizen' },
    description: {
      fr: 'Fait vivre la démocratie au collège : représente les autres, débat, et tient ce qui a été décidé ensemble.',
      en: 'Keeps democracy alive at school: represents others, debates, and carries out what was decided together.',
    },
    criteria: {
      lead: 'Au cours de l’année, la personne :',
      points: [
        'prend une responsabilité au service de tous : délégué·e, élu·e au CVC, éco-délégué·e, aide aux journées portes ouvertes ;',
        'prépare les réunions en recueillant l’avis d’au moins **dix camarades ou collègues** ;',
        'défend un point de vue en écoutant jusqu’au bout celui des autres ;',
        'rend compte par écrit ou devant la classe de ce qui a été décidé.',
      ],
    },
    tags: ['citoyenneté', 'démocratie', 'responsabilité'],
    alignments: ['citizenship', 'civicMindedness'],
    imageAlt: { fr: 'Médaillon bleu ciel rayonnant : une urne et un bulletin de vote', en: 'Sky-blue medallion with rays: a ballot box and a ballot paper' },
    design: 'citizen',
    secondVersion: { point: 'mène **au moins une action** jusqu’au bout, de la proposition au bilan.' },
  },
  solidary: {
    ...bedel,
    name: { fr: 'Solidaire', en: 'Solidarity' },
    description: { fr: 'Aide les autres avec constance et discrétion, sans attendre qu’on le demande.', en: 'Helps others steadily and discreetly, without waiting to be asked.' },
    criteria: {
      lead: 'Les adultes et les camarades ont vu que la personne :',
      points: [
        'accompagne quelqu’un dans la durée : devoirs, béquilles, arrivée en cours d’année, langue à apprendre ;',
        'participe à une collecte ou à une action de solidarité, de la préparation au rangement ;',
        'partage ce qu’elle sait sans faire à la place de l’autre ;',
        'remarque celles et ceux qui restent seuls, et va vers eux.',
      ],
    },
    tags: ['entraide', 'solidarité'],
    alignments: ['citizenship', 'empathy'],
    imageAlt: { fr: 'Fleur rose : deux mains ouvertes qui portent un cœur', en: 'Pink flower: two open hands holding a heart' },
    design: 'solidary',
  },
  sentinel: {
    ...bedel,
    name: { fr: 'Sentinelle', en: 'Sentinel' },
    description: {
      fr: 'Sait repérer une situation de harcèlement, en parler à la bonne personne et ne jamais rester spectateur.',
      en: 'Can spot bullying, talk about it to the right person, and never just stand by.',
    },
    criteria: {
      lead: 'Après une formation avec les sentinelles du collège, la personne :',
      points: [
        'explique avec ses mots la différence entre une dispute, une moquerie et du **harcèlement** ;',
        'cite deux adultes à qui parler et connaît le numéro **3018** ;',
        'joue ou commente une saynète en proposant une réaction qui protège la victime ;',
        'produit une affiche, un dessin ou un texte qui donne envie d’agir ;',
        's’engage, devant le groupe, à alerter quand il le faut.',
      ],
      end: 'Le badge se remet aussi sur carte papier, dès le CM2.',
    },
    tags: ['harcèlement', 'climat scolaire', 'liaison CM2-6e'],
    alignments: ['citizenship', 'empathy', 'responsibility'],
    imageAlt: { fr: 'Octogone lilas aux ondes claires : un œil ouvert sur un bouclier', en: 'Lilac octagon with pale waves: an open eye on a shield' },
    design: 'sentinel',
  },
  'eco-citizen': {
    ...bedel,
    name: { fr: 'Éco-citoyen', en: 'Eco-citizen' },
    description: {
      fr: 'Prend soin du lieu où l’on vit ensemble et entraîne les autres à gaspiller moins.',
      en: 'Takes care of the place we share and leads others to waste less.',
    },
    criteria: {
      lead: 'Pendant au moins un trimestre, la personne :',
      points: [
        'mène une action régulière : tri, compost, potager, extinction des lumières, pesée des restes ;',
        '**mesure** un résultat et le fait connaître : kilos, litres, heures, photos avant et après ;',
        'explique à une classe ou à une équipe pourquoi et comment faire ;',
        'propose une amélioration qui peut durer sans elle.',
      ],
    },
    tags: ['développement durable', 'alimentation', 'citoyenneté'],
    alignments: ['naturalSystems', 'citizenship', 'responsibility'],
    imageAlt: { fr: 'Feuille verte surpiquée : une jeune pousse à deux feuilles', en: 'Stitched green leaf: a young shoot with two leaves' },
    design: 'eco-citizen',
  },
  passbike: {
    ...bedel,
    name: { fr: 'Passbike', en: 'Passbike' },
    description: { fr: 'Se déplace à vélo en sécurité et sait remettre son vélo en état.', en: 'Rides a bicycle safely and can put it back in working order.' },
    criteria: {
      lead: 'La personne réussit, devant un adulte formé :',
      points: [
        'le contrôle de son vélo : freins, pneus, éclairage, hauteur de selle ;',
        'la réparation d’une crevaison en moins de vingt minutes ;',
        'un parcours de maniabilité sans poser le pied ;',
        'une **sortie de 10 km** sur route en groupe, en signalant ses changements de direction.',
      ],
    },
    tags: ['vélo', 'sécurité routière', 'sport'],
    alignments: ['responsibility', 'naturalSystems'],
    imageAlt: { fr: 'Médaillon turquoise bordé de points : un vélo devant des collines', en: 'Dotted turquoise medallion: a bicycle before hills' },
    design: 'passbike',
  },
  champion: {
    ...bedel,
    name: { fr: 'Champion', en: 'Champion' },
    description: { fr: 'Représente le collège au plus haut de ce qu’il peut donner, et reste fair-play.', en: 'Represents the school at their very best, and plays fair.' },
    criteria: {
      lead: 'Dans une rencontre sportive, un concours ou un championnat, la personne :',
      points: [
        's’entraîne régulièrement et peut montrer ses progrès ;',
        'représente le collège à une rencontre de district, de département ou d’académie ;',
        'respecte arbitres, adversaires et partenaires, **surtout dans la défaite** ;',
        'transmet ce qu’elle a appris à plus débutant qu’elle.',
      ],
    },
    tags: ['sport', 'fair-play', 'dépassement de soi'],
    alignments: ['arts', 'selfEfficacy'],
    imageAlt: { fr: 'Soleil jaune dentelé : une coupe ornée d’une étoile', en: 'Scalloped yellow sun: a cup with a star' },
    design: 'champion',
  },
  fighter: {
    ...bedel,
    name: { fr: 'Battant', en: 'Never gives up' },
    description: {
      fr: 'N’abandonne pas : recommence, demande de l’aide, et mesure le chemin parcouru.',
      en: 'Does not give up: starts again, asks for help, and sees how far they have come.',
    },
    criteria: {
      lead: 'Sur une période d’au moins six semaines, la personne :',
      points: [
        'se fixe un but précis avec un adulte et l’écrit ;',
        'poursuit ses efforts après un obstacle ou un échec, en **changeant de méthode** si besoin ;',
        'demande de l’aide au bon moment ;',
        'raconte ce qui a changé et ce qui l’a aidée.',
      ],
    },
    tags: ['persévérance', 'confiance en soi'],
    alignments: ['learning', 'selfEfficacy'],
    imageAlt: { fr: 'Hexagone orange : un drapeau planté au sommet d’une montagne', en: 'Orange hexagon: a flag on top of a mountain' },
    design: 'fighter',
  },
  creative: {
    ...bedel,
    name: { fr: 'Créatif', en: 'Creative' },
    description: { fr: 'Imagine, essaie, fabrique et ose montrer ce qui n’existait pas avant.', en: 'Imagines, tries, makes, and dares to show what did not exist before.' },
    criteria: {
      lead: 'La personne présente une réalisation personnelle ou collective et :',
      points: [
        'montre au moins **deux essais** qui ont précédé le résultat ;',
        'explique d’où vient l’idée et ce qu’elle en a fait ;',
        'tire parti d’une contrainte : matériau, temps, lieu, recette ;',
        'accepte les remarques et s’en sert.',
      ],
    },
    tags: ['créativité', 'arts', 'projet'],
    alignments: ['arts', 'world'],
    imageAlt: { fr: 'Rosette corail semée de confettis : une palette de peinture', en: 'Coral rosette with confetti: a painter’s palette' },
    design: 'creative',
  },
  'digital-expert': {
    ...bedel,
    name: { fr: 'Expert numérique', en: 'Digital expert' },
    description: {
      fr: 'Met ses compétences numériques au service du collège et aide les autres à devenir autonomes.',
      en: 'Puts digital skills to work for the school and helps others to manage on their own.',
    },
    criteria: {
      lead: 'La personne mène un projet numérique utile à d’autres et :',
      points: [
        'choisit un outil adapté et justifie son choix ;',
        'produit un document soigné : site, vidéo, fichier 3D, badge, affiche ;',
        'respecte le **droit à l’image**, les droits d’auteur et les données personnelles ;',
        'dépanne ou forme au moins trois personnes en les laissant manipuler.',
      ],
    },
    tags: ['numérique', 'création', 'entraide'],
    alignments: ['multimedia', 'sharing', 'technicalProblems'],
    imageAlt: { fr: 'Carré bleu pervenche semé de points : une puce électronique et un curseur', en: 'Periwinkle square with dots: a microchip and a pointer' },
    design: 'digital-expert',
  },
  'sentinel-trainer': {
    ...bedel,
    name: { fr: 'Formateur sentinelle', en: 'Sentinel trainer' },
    description: { fr: 'Forme à son tour des élèves plus jeunes à repérer et à arrêter le harcèlement.', en: 'Trains younger pupils in turn to spot and stop bullying.' },
    criteria: {
      lead: 'Déjà **Sentinelle**, la personne :',
      points: [
        'prépare avec la CPE ou le CPE une séance adaptée à l’âge du public ;',
        'anime cette séance devant une classe d’école ou de 6e, au moins une fois ;',
        'répond aux questions sans juger et sait dire « je ne sais pas, on va demander » ;',
        'fait le bilan avec l’équipe et améliore la séance suivante.',
      ],
    },
    tags: ['harcèlement', 'transmission', 'prise de parole'],
    alignments: ['languages', 'citizenship', 'listening'],
    imageAlt: {
      fr: 'Octogone lilas rayonnant : deux personnes sous une bulle où veille un œil',
      en: 'Lilac octagon with rays: two people under a speech bubble with a watchful eye',
    },
    design: 'sentinel-trainer',
  },
  'committed-chef': {
    ...bedel,
    name: { fr: 'Chef cuisinier engagé', en: 'Committed chef' },
    description: {
      fr: 'Fait du restaurant scolaire un lieu d’éducation au goût et participe, par son métier, au climat de l’établissement.',
      en: 'Makes the school restaurant a place to learn about taste, and contributes to school life through his craft.',
    },
    criteria: {
      lead: 'Dans l’année, la personne :',
      points: [
        'propose des menus variés, de saison et de producteurs proches, et les explique à table ;',
        'prend part à **un projet avec des enseignants** : atelier cuisine, forum des métiers, semaine du goût ;',
        'mesure les restes et adapte recettes et portions ;',
        'expérimente avec ses collègues et partage ce qui a marché.',
      ],
    },
    tags: ['restauration scolaire', 'alimentation', 'métier'],
    alignments: ['community', 'team', 'development'],
    imageAlt: { fr: 'Médaillon couleur craie cerclé de bleu, à lauriers : une toque de chef', en: 'Chalk-white medallion ringed in blue, with laurels: a chef’s hat' },
    design: 'committed-chef',
    type: 'CommunityService',
  },
  reporter: {
    ...bedel,
    name: { fr: 'Reporter du collège', en: 'School reporter' },
    description: {
      fr: 'Raconte la vie du collège : enquête, vérifie et publie pour les autres.',
      en: 'Tells the life of the school: investigates, checks and publishes for others.',
    },
    criteria: {
      lead: 'La personne publie au moins un reportage et :',
      points: ['prépare ses questions et prend rendez-vous ;', 'croise **deux sources** au moins ;', 'fait relire et obtient l’accord de celles et ceux qu’elle cite.'],
    },
    tags: ['médias', 'écriture'],
    alignments: ['languages', 'sharing'],
    imageAlt: { fr: 'Rosette corail semée de confettis : un micro', en: 'Coral rosette with confetti: a microphone' },
    design: 'creative',
    drawing: { icon: 'microphone', ribbon: 'Reporter' },
    state: 'draft',
  },
  'cross-country': {
    ...bedel,
    name: { fr: 'Finisher du cross', en: 'Cross-country finisher' },
    description: {
      fr: 'Est allé au bout du cross du collège. Remplacé par « Battant », qui reconnaît mieux l’effort.',
      en: 'Finished the school cross-country run. Replaced by “Never gives up”, which recognises effort better.',
    },
    criteria: {
      lead: 'La personne :',
      points: ['court toute la distance de sa catégorie ;', 'respecte le parcours et les consignes ;', 'encourage celles et ceux qui arrivent après.'],
    },
    tags: ['sport'],
    alignments: ['arts'],
    imageAlt: { fr: 'Soleil jaune dentelé : une silhouette qui court', en: 'Scalloped yellow sun: a running figure' },
    design: 'champion',
    drawing: { icon: 'running', ribbon: 'Cross' },
    state: 'archived',
  },
} as const satisfies Record<string, BadgeSeed>
