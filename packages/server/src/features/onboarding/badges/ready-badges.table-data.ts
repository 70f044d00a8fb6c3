// Ten badges that any school can give from the first day, to pupils and to those who work there. What they recognise can be seen and told.
import { demoDesigns } from '#features/achievements/index.ts'

const socle = (targetCode: string, targetName: string) => ({
  targetName,
  targetCode,
  targetFramework: 'Socle commun de connaissances, de compétences et de culture',
  targetUrl: 'https://www.education.gouv.fr/le-socle-commun-de-connaissances-de-competences-et-de-culture-12512',
})
const rfcdc = (targetName: string) => ({
  targetName,
  targetFramework: 'Cadre de référence des compétences pour une culture de la démocratie (RFCDC)',
  targetUrl: 'https://www.coe.int/fr/web/reference-framework-of-competences-for-democratic-culture',
})
const crcn = (targetCode: string, targetName: string) => ({
  targetName,
  targetCode,
  targetFramework: 'Cadre de référence des compétences numériques (CRCN)',
  targetUrl: 'https://eduscol.education.gouv.fr/721/evaluer-et-certifier-les-competences-numeriques',
})
const citizen = socle('D3', 'La formation de la personne et du citoyen')
const learning = socle('D2', 'Les méthodes et outils pour apprendre')
const world = socle('D5', 'Les représentations du monde et l’activité humaine')

const icon = <Name extends string>(name: Name) => ({ kind: 'icon' as const, name })

export const readyBadgeSeeds = {
  'helping-hand': {
    name: { fr: 'Entraide', en: 'Helping hand' },
    description: { fr: 'Aide les autres avec constance, sans faire à leur place.', en: 'Helps others steadily, without doing it for them.' },
    criteria: {
      fr: {
        lead: 'Plusieurs personnes ont vu que la personne :',
        points: [
          'accompagne quelqu’un dans la durée : cours à rattraper, béquilles, langue à apprendre ;',
          'explique sans donner la réponse ;',
          'remarque celles et ceux qui restent seuls, et va vers eux.',
        ],
      },
      en: {
        lead: 'Several people have seen that this person:',
        points: [
          'stays beside somebody over time: lessons to catch up on, crutches, a language to learn;',
          'explains without giving the answer;',
          'notices those who stay alone, and goes to them.',
        ],
      },
    },
    tags: ['entraide', 'solidarité'],
    alignments: [citizen, rfcdc('Empathie')],
    imageAlt: { fr: 'Fleur rose : deux mains qui se serrent', en: 'Pink flower: two hands shaking' },
    design: { ...demoDesigns.solidary, symbol: icon('handshake'), ribbon: 'Entraide' },
  },
  'green-citizen': {
    name: { fr: 'Éco-citoyenneté', en: 'Green citizenship' },
    description: { fr: 'Change quelque chose, ici, pour la planète, et entraîne les autres.', en: 'Changes something here for the planet, and takes others along.' },
    criteria: {
      fr: {
        lead: 'La personne a mené ou fait avancer une action :',
        points: [
          'elle est partie d’un constat : des restes pesés, une poubelle vidée, une facture lue ;',
          'l’action a duré au moins six semaines ;',
          'd’autres continuent de la faire vivre, et le résultat a été dit à tous.',
        ],
      },
      en: {
        lead: 'This person led an action, or moved one forward:',
        points: [
          'it started from something observed: leftovers weighed, a bin emptied out, a bill read;',
          'the action lasted at least six weeks;',
          'others keep it alive, and everybody was told what came of it.',
        ],
      },
    },
    tags: ['environnement', 'éco-citoyenneté'],
    alignments: [socle('D4', 'Les systèmes naturels et les systèmes techniques'), citizen],
    imageAlt: { fr: 'Feuille verte : un arbre', en: 'Green leaf: a tree' },
    design: { ...demoDesigns['eco-citizen'], symbol: icon('tree'), ribbon: 'Éco-citoyenneté' },
  },
  'peer-mediator': {
    name: { fr: 'Médiation', en: 'Peer mediation' },
    description: { fr: 'Aide deux personnes en conflit à se parler et à trouver leur accord.', en: 'Helps two people in conflict to talk and to find their own agreement.' },
    criteria: {
      fr: {
        lead: 'Après une formation à la médiation, la personne :',
        points: [
          'a accompagné au moins deux médiations, avec un adulte qui pouvait intervenir ;',
          'laisse parler chacun jusqu’au bout, sans juger ;',
          'garde pour elle ce qui a été dit, et sait quand alerter un adulte.',
        ],
      },
      en: {
        lead: 'After training in mediation, this person:',
        points: [
          'has accompanied at least two mediations, with an adult who could step in;',
          'lets everybody finish, without judging;',
          'keeps what was said to themselves, and knows when to alert an adult.',
        ],
      },
    },
    tags: ['médiation', 'climat scolaire'],
    alignments: [citizen, rfcdc('Résolution de conflits')],
    imageAlt: { fr: 'Octogone lilas : une balance', en: 'Lilac octagon: a pair of scales' },
    design: { ...demoDesigns.sentinel, symbol: icon('balance'), ribbon: 'Médiation' },
  },
  'culture-guide': {
    name: { fr: 'Passeur·se de culture', en: 'Culture guide' },
    description: { fr: 'Fait découvrir aux autres un livre, une œuvre, une langue ou un lieu.', en: 'Helps others discover a book, a work of art, a language or a place.' },
    criteria: {
      fr: {
        lead: 'La personne a donné envie à d’autres :',
        points: [
          'elle a choisi elle-même ce qu’elle voulait faire connaître ;',
          'elle l’a présenté à un groupe : exposé, atelier, exposition, émission de radio, visite ;',
          'quelqu’un a lu, vu, écouté ou essayé grâce à elle.',
        ],
      },
      en: {
        lead: 'This person made others want to know more:',
        points: [
          'they chose by themselves what to share;',
          'they presented it to a group: talk, workshop, exhibition, radio show, visit;',
          'somebody read, saw, listened or tried because of them.',
        ],
      },
    },
    tags: ['culture', 'lecture', 'arts'],
    alignments: [socle('D1.4', 'Comprendre, s’exprimer en utilisant les langages des arts et du corps'), world],
    imageAlt: { fr: 'Rosace corail : un masque de théâtre', en: 'Coral rosette: a theatre mask' },
    design: { ...demoDesigns.creative, symbol: icon('theatre'), ribbon: 'Culture' },
  },
  sportsmanship: {
    name: { fr: 'Esprit sportif', en: 'Sporting spirit' },
    description: { fr: 'Joue, arbitre, encourage ou organise pour que tout le monde ait sa place.', en: 'Plays, referees, encourages or organises so that everybody has a place.' },
    criteria: {
      fr: {
        lead: 'En EPS, à l’association sportive ou dans un club, la personne :',
        points: [
          'tient un rôle sur au moins trois rencontres : joueuse, arbitre, coach, reporter, organisatrice ;',
          'respecte les décisions, y compris celles qui la gênent ;',
          'fait entrer dans le jeu quelqu’un qui n’osait pas.',
        ],
      },
      en: {
        lead: 'In sports lessons, in the school club or elsewhere, this person:',
        points: [
          'has a role in at least three meetings: player, referee, coach, reporter, organiser;',
          'accepts decisions, also those that do not suit them;',
          'brings into the game somebody who did not dare.',
        ],
      },
    },
    tags: ['sport', 'équipe'],
    alignments: [socle('D1.4', 'Comprendre, s’exprimer en utilisant les langages des arts et du corps'), rfcdc('Coopération')],
    imageAlt: { fr: 'Soleil jaune dentelé : un sifflet', en: 'Scalloped yellow sun: a whistle' },
    design: { ...demoDesigns.champion, symbol: icon('whistle'), ribbon: 'Esprit sportif' },
  },
  'digital-helper': {
    name: { fr: 'Numérique responsable', en: 'Responsible digital' },
    description: {
      fr: 'Se sert du numérique pour créer et pour aider, en se protégeant et en protégeant les autres.',
      en: 'Uses digital tools to create and to help, protecting themselves and others.',
    },
    criteria: {
      fr: {
        lead: 'La personne :',
        points: [
          'a réalisé quelque chose d’utile à d’autres : affiche, vidéo, site, montage, réparation ;',
          'a aidé au moins trois personnes à se débrouiller ensuite sans elle ;',
          'vérifie ce qu’elle partage, cite ses sources et demande l’accord de qui est sur l’image.',
        ],
      },
      en: {
        lead: 'This person:',
        points: [
          'made something useful to others: poster, video, website, edit, repair;',
          'helped at least three people to manage without them afterwards;',
          'checks what they share, names their sources and asks whoever is in the picture.',
        ],
      },
    },
    tags: ['numérique', 'médias'],
    alignments: [crcn('2.2', 'Partager et publier'), crcn('3.2', 'Développer des documents multimédia'), learning],
    imageAlt: { fr: 'Carré pervenche : un ordinateur portable', en: 'Periwinkle square: a laptop' },
    design: { ...demoDesigns['digital-expert'], symbol: icon('laptop'), ribbon: 'Numérique' },
  },
  welcome: {
    name: { fr: 'Accueil des nouveaux', en: 'Welcoming newcomers' },
    description: { fr: 'Fait que quelqu’un qui arrive se sente attendu.', en: 'Makes somebody who arrives feel expected.' },
    criteria: {
      fr: {
        lead: 'La personne a accueilli un ou une élève, un ou une collègue, une famille :',
        points: [
          'elle a fait visiter, présenté les autres et expliqué ce qui n’est écrit nulle part ;',
          'elle est revenue prendre des nouvelles, au moins trois semaines après ;',
          'elle a signalé ce qui pourrait être plus simple pour les suivants.',
        ],
      },
      en: {
        lead: 'This person welcomed a pupil, a colleague or a family:',
        points: [
          'they showed them round, introduced the others and explained what is written nowhere;',
          'they came back to ask how things were going, at least three weeks later;',
          'they said what could be made simpler for those who come next.',
        ],
      },
    },
    tags: ['accueil', 'inclusion'],
    alignments: [citizen, rfcdc('Écoute et observation')],
    imageAlt: { fr: 'Médaillon turquoise : une maison', en: 'Turquoise medallion: a house' },
    design: { ...demoDesigns.passbike, symbol: icon('home'), ribbon: 'Accueil' },
  },
  perseverance: {
    name: { fr: 'Persévérance', en: 'Perseverance' },
    description: { fr: 'Continue quand c’est difficile, et trouve comment s’y prendre autrement.', en: 'Keeps going when it is hard, and finds another way.' },
    criteria: {
      fr: {
        lead: 'La personne peut raconter, et d’autres ont vu :',
        points: [
          'une difficulté réelle, en classe, au travail, dans un sport ou dans la vie de tous les jours ;',
          'ce qu’elle a essayé, ce qui n’a pas marché et ce qu’elle a changé ;',
          'un progrès, même petit, qui a tenu au moins un mois.',
        ],
      },
      en: {
        lead: 'This person can tell, and others have seen:',
        points: [
          'a real difficulty, in class, at work, in a sport or in everyday life;',
          'what they tried, what did not work and what they changed;',
          'progress, even small, that lasted at least a month.',
        ],
      },
    },
    tags: ['persévérance', 'confiance en soi'],
    alignments: [learning, rfcdc('Sentiment d’efficacité personnelle')],
    imageAlt: { fr: 'Hexagone orange : une flamme', en: 'Orange hexagon: a flame' },
    design: { ...demoDesigns.fighter, symbol: icon('flame'), ribbon: 'Persévérance' },
  },
  'common-voice': {
    name: { fr: 'Parole commune', en: 'Common voice' },
    description: { fr: 'Porte la parole des autres, débat, et rend compte de ce qui a été décidé.', en: 'Speaks for others, debates, and reports back on what was decided.' },
    criteria: {
      fr: {
        lead: 'Déléguée, élu, ou volontaire pour une fois, la personne :',
        points: [
          'recueille l’avis d’au moins dix personnes avant de parler pour elles ;',
          'défend une idée en écoutant jusqu’au bout celles des autres ;',
          'rend compte de ce qui a été décidé, et de ce qui ne l’a pas été.',
        ],
      },
      en: {
        lead: 'Elected, or a volunteer for once, this person:',
        points: [
          'asks at least ten people before speaking for them;',
          'stands up for an idea while hearing out those of others;',
          'reports on what was decided, and on what was not.',
        ],
      },
    },
    tags: ['citoyenneté', 'démocratie'],
    alignments: [citizen, rfcdc('Esprit civique'), rfcdc('Responsabilité')],
    imageAlt: { fr: 'Médaillon bleu ciel rayonnant : un mégaphone', en: 'Sky-blue medallion with rays: a megaphone' },
    design: { ...demoDesigns.citizen, symbol: icon('megaphone'), ribbon: 'Parole commune' },
  },
  'heart-of-the-house': {
    name: { fr: 'Cœur de l’établissement', en: 'Heart of the house' },
    description: {
      fr: 'Par son métier et au-delà, fait que l’on se sente bien ici : cuisine, entretien, loge, secrétariat, santé, enseignement.',
      en: 'Through their work and beyond it, makes this a good place to be: kitchen, cleaning, front desk, office, health, teaching.',
    },
    criteria: {
      fr: {
        lead: 'Des élèves ou des collègues racontent, avec des faits, que la personne :',
        points: [
          'apporte quelque chose que son poste ne demandait pas : un projet, une idée, une attention qui dure ;',
          'transmet son savoir-faire à des élèves ou à des collègues ;',
          'a accepté d’être proposée : un badge ne remplace ni un entretien, ni une évaluation.',
        ],
      },
      en: {
        lead: 'Pupils or colleagues tell, with facts, that this person:',
        points: [
          'brings something that the job did not ask for: a project, an idea, lasting attention;',
          'passes their know-how on to pupils or colleagues;',
          'agreed to be proposed: a badge replaces neither an interview nor an appraisal.',
        ],
      },
    },
    tags: ['personnels', 'agents', 'engagement'],
    alignments: [rfcdc('Coopération')],
    imageAlt: { fr: 'Médaillon couleur craie bordé de lauriers : un cœur', en: 'Chalk-coloured medallion with laurels: a heart' },
    design: { ...demoDesigns['committed-chef'], symbol: icon('heart'), ribbon: 'Cœur du lieu' },
  },
} as const
