// What badges point to: public frameworks, by the words they use themselves.
const socle = (targetCode: string, targetName: string) => ({
  targetName,
  targetCode,
  targetFramework: 'Socle commun de connaissances, de compétences et de culture',
  targetUrl: 'https://www.education.gouv.fr/le-socle-commun-de-connaissances-de-competences-et-de-culture-12512',
})
const crcn = (targetCode: string, targetName: string) => ({
  targetName,
  targetCode,
  targetFramework: 'Cadre de référence des compétences numériques (CRCN)',
  targetUrl: 'https://eduscol.education.gouv.fr/721/evaluer-et-certifier-les-competences-numeriques',
})
const rfcdc = (targetName: string) => ({
  targetName,
  targetFramework: 'Cadre de référence des compétences pour une culture de la démocratie (RFCDC)',
  targetUrl: 'https://www.coe.int/fr/web/reference-framework-of-competences-for-democratic-culture',
})
const profession = (targetCode: string, targetName: string) => ({
  targetName,
  targetCode,
  targetFramework: 'Référentiel des compétences professionnelles des métiers du professorat et de l’éducation',
  targetUrl: 'https://www.education.gouv.fr/bo/13/Hebdo30/MENE1315928A.htm',
})

export const frameworks = {
  languages: socle('D1.1', 'Comprendre, s’exprimer en utilisant la langue française à l’oral et à l’écrit'),
  scientificLanguages: socle('D1.3', 'Comprendre, s’exprimer en utilisant les langages mathématiques, scientifiques et informatiques'),
  arts: socle('D1.4', 'Comprendre, s’exprimer en utilisant les langages des arts et du corps'),
  learning: socle('D2', 'Les méthodes et outils pour apprendre'),
  citizenship: socle('D3', 'La formation de la personne et du citoyen'),
  naturalSystems: socle('D4', 'Les systèmes naturels et les systèmes techniques'),
  world: socle('D5', 'Les représentations du monde et l’activité humaine'),
  handlingData: crcn('1.3', 'Traiter des données'),
  sharing: crcn('2.2', 'Partager et publier'),
  collaborating: crcn('2.3', 'Collaborer'),
  multimedia: crcn('3.2', 'Développer des documents multimédia'),
  technicalProblems: crcn('5.1', 'Résoudre des problèmes techniques'),
  civicMindedness: rfcdc('Esprit civique'),
  responsibility: rfcdc('Responsabilité'),
  selfEfficacy: rfcdc('Sentiment d’efficacité personnelle'),
  empathy: rfcdc('Empathie'),
  listening: rfcdc('Écoute et observation'),
  cooperation: rfcdc('Coopération'),
  conflicts: rfcdc('Résolution de conflits'),
  digitalTeaching: profession('CC9', 'Intégrer les éléments de la culture numérique nécessaires à l’exercice de son métier'),
  team: profession('CC10', 'Coopérer au sein d’une équipe'),
  community: profession('CC11', 'Contribuer à l’action de la communauté éducative'),
  development: profession('CC14', 'S’engager dans une démarche individuelle et collective de développement professionnel'),
} as const
