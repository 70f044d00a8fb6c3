// Model texts in French. {structure}, {opening} and the like are filled in with what the structure has written elsewhere.
export const frenchTexts = {
  families: {
    title: 'Lettre aux familles',
    body: `{structure}
Le {today}

Madame, Monsieur,

Cette année {year}, {structure} reconnaît ce que les élèves et les adultes savent faire en dehors des notes : aider, organiser, créer, débattre, persévérer, accueillir. Nous le faisons avec des badges numériques ouverts.

Un badge n’est ni une note, ni une récompense pour avoir été sage, ni un classement. C’est une image qui contient le nom de la compétence, ce qu’il fallait faire pour la montrer et qui l’a reconnue. Il reste à votre enfant, qui choisit de le garder pour lui ou, plus tard, de le montrer.

Comment cela se passe
- {information} : présentation du projet.
- À partir du {opening} : chacun peut proposer quelqu’un, élève ou adulte, en racontant ce qu’il a vu.
- {closing} : dernier jour pour proposer.
- {jury} : un jury d’adultes, d’élèves et de parents lit les propositions.
- {ceremony} : remise des badges, à laquelle vous serez invités.

Votre enfant sait toujours qu’il est proposé, et peut dire non.

Les données de votre enfant
Rien de ce qui concerne un élève n’est public. Avant 15 ans, un badge ne peut être montré hors de l’établissement que si vous l’autorisez ; vous pouvez changer d’avis à tout moment. Votre enfant n’a pas besoin d’adresse électronique : il reçoit une carte. Vous pouvez demander à voir, à corriger ou à effacer ce qui le concerne en écrivant à l’établissement.

Nous sommes à votre disposition pour toute question.

Le groupe de pilotage
{group}`,
  },
  consent: {
    title: 'Autorisation des responsables légaux',
    body: `{structure}, année scolaire {year}

Badges numériques : autorisation pour un élève de moins de 15 ans

Nom et prénom de l’élève : ……………………………………………………  Classe : ………………

Les badges de votre enfant sont privés : seules les personnes de l’établissement qui en ont besoin les voient. Cette autorisation concerne uniquement ce qui sort de l’établissement. Ne pas la donner n’a aucune conséquence : votre enfant peut être proposé et recevoir des badges comme les autres.

Je soussigné·e …………………………………………………… , responsable légal·e de l’élève ci-dessus,

☐ autorise mon enfant à montrer ses badges hors de l’établissement (page publique à son prénom, dossier, stage) ;
☐ ne l’autorise pas.

☐ autorise que son prénom soit dit et affiché pendant la remise du {ceremony} ;
☐ ne l’autorise pas.

J’ai compris que je peux revenir sur ce choix à tout moment en écrivant à l’établissement, et qu’à 15 ans mon enfant décidera lui-même.

Date : ……………………    Signature du ou de la responsable légal·e :


Signature de l’élève, qui a lu « Les badges expliqués aux élèves » :`,
  },
  pupils: {
    title: 'Les badges expliqués aux élèves',
    body: `Les badges à {structure} : ce que tu dois savoir

C’est quoi ?
Un badge dit ce que tu sais faire et que les notes ne disent pas : aider, organiser, créer, ne pas lâcher. Sur chaque badge, il est écrit ce qu’il faut faire pour l’avoir.

Comment on en reçoit un ?
Quelqu’un te propose et raconte ce qu’il a vu. Tu peux aussi te proposer. Un jury lit, puis décide. S’il manque quelque chose, on te le dit et tu peux compléter.

Qui peut proposer ?
Toi ! À partir du {opening} et jusqu’au {closing}. Tu peux proposer une camarade, un professeur, une agente, le cuisinier. On propose pour dire du bien, jamais pour se moquer : un adulte relit.

Est-ce obligatoire ?
Non. Si on te propose, tu le sais, et tu peux dire non sans expliquer pourquoi.

Qui voit mes badges ?
Toi, et les adultes du collège ou du lycée qui s’en occupent. Personne sur Internet. Si tu as moins de 15 ans, il faut l’accord de tes parents pour montrer un badge dehors. À partir de 15 ans, c’est toi qui décides.

Et si je change d’avis ?
Tu peux cacher un badge, demander de corriger ton nom, ou demander que l’on efface ce qui te concerne. Parles-en à un adulte du groupe :
{group}

La remise des badges : {ceremony}. On peut être content pour les autres, même sans badge cette année.`,
  },
  staff: {
    title: 'Message aux personnels',
    body: `Objet : reconnaître ce que chacun sait faire, {year}

Chères et chers collègues,

À partir du {opening}, chaque membre de la communauté, élève ou adulte, pourra proposer quelqu’un pour un badge, en racontant ce qu’il a vu. Enseignement, vie scolaire, cuisine, entretien, loge, secrétariat, santé : chacun peut proposer et être proposé.

Ce que c’est, et ce que ce n’est pas
- C’est volontaire. Un adulte ne reçoit jamais un badge sans l’avoir accepté, et peut décliner sans se justifier.
- Cela n’a aucun lien avec l’évaluation, les rendez-vous de carrière ou l’entretien professionnel.
- Il n’y a ni points, ni classement, ni objectif de nombre.

Ce que nous vous demandons
- Un quart d’heure avec une classe pour chercher ce que chacun sait faire.
- Proposer une personne que l’on voit peu.
- Si le cœur vous en dit, siéger au jury du {jury}.

Pour en parler : {information}, puis auprès du groupe de pilotage :
{group}

Bilan ensemble : {review}.`,
  },
  announcement: {
    title: 'Annonce pour l’ENT ou Pronote',
    body: `Les badges arrivent à {structure} !

Aider, créer, organiser, accueillir, ne pas lâcher : ce que l’on sait faire mérite d’être reconnu, élèves comme adultes.

Du {opening} au {closing}, proposez quelqu’un : racontez ce que vous avez vu, choisissez un badge, c’est tout. La personne le saura et pourra accepter ou non.

Le jury se réunit le {jury}. Remise des badges : {ceremony}.

Les badges des élèves sont privés ; avant 15 ans, rien n’est montré hors de l’établissement sans l’accord des parents.

Questions : auprès du groupe de pilotage, ou à la présentation du {information}.`,
  },
  minutes: {
    title: 'Compte rendu de la première réunion',
    body: `{structure}
Groupe de pilotage des badges, première réunion : {steering}

Présents
{group}
Excusés : 

1. Pourquoi des badges chez nous ? (chacun dit une chose qu’il voudrait voir reconnue)


2. Les badges retenus pour commencer (trois à cinq suffisent)


3. Qui peut proposer, et comment (tablette du CDI, heure de vie de classe, papier)


4. Qui lit les propositions des élèves avant qu’elles ne soient transmises


5. Le jury : qui siège, combien de voix pour décider, que faire quand on connaît la personne


6. Le calendrier
- Présentation : {information}
- Propositions : du {opening} au {closing}
- Jury : {jury}
- Remise : {ceremony}
- Bilan : {review}

7. Les familles : lettre, autorisation, qui répond aux questions


Décisions, et qui s’en charge


Prochaine réunion : `,
  },
} as const
