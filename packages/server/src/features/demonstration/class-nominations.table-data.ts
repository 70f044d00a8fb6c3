// A first term of propositions at collège Maurice Bedel: enough for its numbers by class and by badge to say something.
import type { BadgeKey } from './badges.table-data.ts'

export type ClassNominationSeed = { to: readonly [className: string, place: number]; deed: string; occasion: string }
export type ClassNominationsSeed = { badge: BadgeKey; outcome: 'granted' | 'not-retained' | 'open'; reason: string; daysAgo: number; nominees: readonly ClassNominationSeed[] }

const of = (className: string, place: number, deed: string, occasion: string): ClassNominationSeed => ({ to: [className, place], deed, occasion })

export const classNominations: readonly ClassNominationsSeed[] = [
  {
    badge: 'fighter',
    outcome: 'granted',
    reason: 'Les faits racontés répondent à chaque critère.',
    daysAgo: 50,
    nominees: [
      of('3e A', 0, 'A repris la natation après sa blessure et passé le test au quatrième essai.', 'au premier trimestre'),
      of('3e A', 1, 'A demandé à refaire son exposé, qu’une panne avait interrompu, et l’a tenu sans notes.', 'en octobre'),
      of('3e A', 5, 'A appris ses tables en allant chaque midi à l’étude, sans que personne ne le demande.', 'depuis la rentrée'),
      of('4e B', 1, 'A tenu le rôle principal malgré le trac, et l’a dit aux plus jeunes.', 'au spectacle'),
      of('4e B', 9, 'A recommencé cinq fois la maquette du pont, jusqu’à ce qu’elle porte deux kilos.', 'en technologie'),
      of('5e B', 0, 'A terminé le cross en marchant, et encouragé ceux de derrière.', 'le jour du cross'),
      of('5e B', 2, 'A lu à voix haute devant la classe, ce qu’il évitait depuis deux ans.', 'en novembre'),
    ],
  },
  {
    badge: 'fighter',
    outcome: 'not-retained',
    reason: 'C’est un beau début. Le badge demande un progrès qui dure : on pourra te proposer de nouveau au printemps.',
    daysAgo: 40,
    nominees: [
      of('3e A', 10, 'A bien travaillé la semaine du brevet blanc.', 'la semaine dernière'),
      of('3e A', 12, 'Ne s’est pas énervé pendant le tournoi.', 'au tournoi'),
      of('4e B', 13, 'A fait tous ses devoirs cette semaine.', 'cette semaine'),
      of('5e B', 6, 'A essayé la corde à grimper.', 'en EPS'),
      of('6e A', 0, 'A rattrapé deux contrôles.', 'après les vacances'),
    ],
  },
  {
    badge: 'creative',
    outcome: 'granted',
    reason: 'Une création aboutie, et partagée.',
    daysAgo: 35,
    nominees: [
      of('3e A', 16, 'A écrit un slam sur le car du matin, que tout le monde réclame.', 'à la semaine de la presse'),
      of('4e B', 11, 'A dessiné la fresque du couloir avec deux agents.', 'pendant les vacances d’automne'),
      of('4e B', 15, 'A monté une vidéo sur le goût, avec l’équipe de cuisine.', 'la semaine du goût'),
      of('5e B', 7, 'A fabriqué des marionnettes avec des chutes de tissu.', 'au foyer'),
      of('5e B', 13, 'A inventé un quiz sur les livres du CDI.', 'en octobre'),
    ],
  },
  {
    badge: 'creative',
    outcome: 'open',
    reason: '',
    daysAgo: 18,
    nominees: [
      of('3e A', 17, 'A composé le générique de la webradio.', 'ce mois-ci'),
      of('3e A', 18, 'A photographié les métiers du collège, avec l’accord de chacun.', 'ce mois-ci'),
      of('4e B', 16, 'A traduit une chanson en langue des signes, et l’apprend aux autres.', 'le midi'),
      of('4e B', 17, 'A conçu le logo de l’association sportive.', 'en octobre'),
      of('5e B', 15, 'A écrit la suite d’un conte, lue à l’école Rabelais.', 'à la liaison CM2-6e'),
      of('6e A', 5, 'A construit une maquette du collège en carton récupéré.', 'en arts plastiques'),
    ],
  },
  {
    badge: 'eco-citizen',
    outcome: 'granted',
    reason: 'Une action suivie, et dont d’autres ont pris le relais.',
    daysAgo: 28,
    nominees: [
      of('3e A', 19, 'A organisé la bourse aux fournitures : soixante cahiers ont resservi.', 'à la rentrée'),
      of('3e A', 20, 'A réparé neuf vélos laissés au garage.', 'depuis octobre'),
      of('4e B', 18, 'A mis en place le tri des piles, et forme une équipe de 6e.', 'depuis la rentrée'),
      of('5e B', 16, 'A compté le pain jeté, puis proposé de le couper plus petit.', 'six semaines de suite'),
      of('5e B', 18, 'Arrose et désherbe le potager, même quand il pleut.', 'tous les mardis'),
      of('5e B', 19, 'A obtenu que l’on éteigne les vidéoprojecteurs à midi.', 'en novembre'),
    ],
  },
]
