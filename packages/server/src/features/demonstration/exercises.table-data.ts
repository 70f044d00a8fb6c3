// What the physics teacher of the lycée gives to get ready: three exercises a badge, a page of booklet and a link.
import type { ResourceInput } from '#features/achievements/index.ts'
import type { BadgeKey } from './badges.table-data.ts'

type Exercise = Extract<ResourceInput, { kind: 'exercise' }>['exercise']
type Practice = { title: { fr: string; en: string }; hint: string; exercise: Exercise }
export type Preparation = {
  exercises: readonly Practice[]
  booklet: { title: { fr: string; en: string }; points: readonly string[] }
  link: { title: { fr: string; en: string }; address: string }
}

export const preparations = {
  conversions: {
    exercises: [
      {
        title: { fr: 'Des km/h aux m/s', en: 'From km/h to m/s' },
        hint: 'À revoir si tu hésites entre multiplier et diviser par 3,6.',
        exercise: {
          kind: 'number',
          statement: 'Une cycliste, une voiture, un train… Convertis v = {a} km/h en m/s.',
          variables: 'a : 18 à 126 pas 18',
          answer: 'a / 3,6',
          unit: 'm/s',
          acceptsOtherUnits: false,
          traps:
            'a * 3,6 | Tu as multiplié par 3,6. Des km/h aux m/s, le nombre diminue : on divise.\na / 60 | Une heure compte 3 600 secondes, pas 60.\na * 1000 | Tu as converti les kilomètres en mètres, pas encore les heures en secondes.',
          correction: '{a} km/h, c’est {a * 1000} m parcourus en 3 600 s.\nv = {a * 1000} ÷ 3 600 = {a / 3,6} m/s.\nEn résumé : des km/h aux m/s, on divise par 3,6.',
        },
      },
      {
        title: { fr: 'Des litres aux mètres cubes', en: 'From litres to cubic metres' },
        hint: 'À revoir si 1 m³ et 1 000 L ne te disent rien.',
        exercise: {
          kind: 'number',
          statement: 'Un réservoir contient {a} L d’eau. Exprime ce volume en m³.',
          variables: 'a : 150 à 950 pas 50',
          answer: 'a / 1000',
          unit: 'm^3',
          acceptsOtherUnits: false,
          traps:
            'a * 1000 | Un litre est plus petit qu’un mètre cube : le nombre doit diminuer.\na / 10 | 1 m³ = 1 000 L : c’est un volume, le facteur 10 vaut pour les longueurs.\na / 100 | 1 m³ = 1 000 L, pas 100 L.',
          correction: '1 m³ = 1 000 L, donc 1 L = 10⁻³ m³.\nV = {a} × 10⁻³ m³ = {a / 1000} m³.',
        },
      },
      {
        title: { fr: 'Du nano au méga', en: 'From nano to mega' },
        hint: 'À revoir si les préfixes se mélangent.',
        exercise: {
          kind: 'order',
          statement: 'Range ces longueurs de la plus petite à la plus grande.',
          steps: '{a} nm\n{a} µm\n{a} mm\n{a} cm\n{a} km\n{a} Mm',
          variables: 'a : 2 à 9',
          correction:
            'Chaque préfixe est une puissance de dix : n = 10⁻⁹, µ = 10⁻⁶, m = 10⁻³, c = 10⁻², k = 10³, M = 10⁶.\nLe nombre {a} est le même partout : seul le préfixe compte.',
        },
      },
    ],
    booklet: {
      title: { fr: 'Convertir sans se perdre', en: 'Converting without getting lost' },
      points: [
        'Un préfixe est une puissance de dix : n 10⁻⁹, µ 10⁻⁶, m 10⁻³, k 10³, M 10⁶, G 10⁹.',
        '1 m³ = 1 000 L ; 1 L = 1 dm³ ; 1 mL = 1 cm³.',
        'Des km/h aux m/s : on divise par 3,6, car 1 h = 3 600 s et 1 km = 1 000 m.',
        'Avant d’écrire : le nombre doit-il grandir ou diminuer ?',
      ],
    },
    link: {
      title: { fr: 'Les préfixes du Système international', en: 'The prefixes of the International System' },
      address: 'https://www.bipm.org/fr/measurement-units/si-prefixes',
    },
  },
  'significant-digits': {
    exercises: [
      {
        title: { fr: 'Combien de chiffres ?', en: 'How many figures?' },
        hint: 'À revoir si les zéros te font douter.',
        exercise: {
          kind: 'number',
          statement: 'Combien de chiffres significatifs compte la mesure 0,0{a}0 m ?',
          variables: 'a : 12 à 98 pas 2',
          answer: '3',
          tolerance: 0,
          traps:
            '2 | Le zéro de la fin compte : il dit que la mesure est précise jusque-là.\n4 | Les zéros placés avant le premier autre chiffre ne comptent pas.\n5 | Les zéros placés avant le premier autre chiffre ne comptent pas.',
          correction:
            'Les zéros de gauche ne comptent pas : ils placent seulement la virgule.\nLe zéro de droite compte : il a été mesuré.\n0,0{a}0 a donc trois chiffres significatifs.',
        },
      },
      {
        title: { fr: 'Arrondir un quotient', en: 'Rounding a quotient' },
        hint: 'À revoir si tu recopies tous les chiffres de la calculatrice.',
        exercise: {
          kind: 'number',
          statement: 'Un objet de masse m = {m:3} g a pour volume V = {V:3} cm³. Calcule sa masse volumique en g/cm³, avec trois chiffres significatifs.',
          variables: 'm : 121 à 189 pas 4\nV : 23,1 à 47,1 pas 1,5',
          answer: 'm / V',
          unit: 'g/cm^3',
          figures: 3,
          traps: 'V / m | Tu as inversé : la masse volumique est une masse divisée par un volume.\nm * V | On divise la masse par le volume.',
          correction: 'ρ = m ÷ V = {m:3} ÷ {V:3} = {m / V:3} g/cm³.\nLes deux données ont trois chiffres significatifs : le résultat aussi.',
        },
      },
      {
        title: { fr: '2,50 cm ou 2,5 cm ?', en: '2.50 cm or 2.5 cm?' },
        hint: 'À revoir si un zéro de plus te semble inutile.',
        exercise: {
          kind: 'choice',
          statement: 'Deux élèves mesurent la même tige. Lina écrit {a},50 cm, Noé écrit {a},5 cm. Que peut-on en dire ?',
          variables: 'a : 2 à 9',
          options:
            '+ La mesure de Lina est connue au dixième de millimètre près.\n+ La mesure de Noé est connue au millimètre près.\n- Les deux écritures disent exactement la même chose. | Elles ont la même valeur, mais n’annoncent pas la même précision.\n- Noé s’est trompé. | Il a seulement mesuré moins précisément, ou le dit autrement.',
          correction: '{a},50 a trois chiffres significatifs, {a},5 en a deux.\nLe dernier chiffre écrit dit jusqu’où va la mesure : 0,01 cm pour Lina, 0,1 cm pour Noé.',
        },
      },
    ],
    booklet: {
      title: { fr: 'Ni trop, ni trop peu de chiffres', en: 'Neither too many nor too few figures' },
      points: [
        'On compte à partir du premier chiffre qui n’est pas zéro ; les zéros qui suivent comptent.',
        'Après une multiplication ou une division : autant de chiffres que la donnée qui en a le moins.',
        'On arrondit à la fin seulement.',
        'La notation scientifique ne laisse aucun doute : 1,20 × 10³ en a trois.',
      ],
    },
    link: {
      title: { fr: 'Les programmes de physique-chimie', en: 'The physics and chemistry syllabus' },
      address: 'https://eduscol.education.fr/1648/programmes-et-ressources-en-physique-chimie-voie-gt',
    },
  },
  formulas: {
    exercises: [
      {
        title: { fr: 'Isoler la masse', en: 'Making the mass the subject' },
        hint: 'À revoir si ρ = m / V ne se retourne pas tout seul.',
        exercise: {
          kind: 'text',
          statement: 'On sait que ρ = m / V. Écris m en fonction de ρ et de V (les lettres rho conviennent aussi).',
          accepted: 'm = ρ × V\nm = V × ρ\nρ × V\nV × ρ\nm = ρV\nρV\nm = rho × V\nm = V × rho\nrho × V\nrho V\nm = rho V',
          isCased: true,
          traps: 'm = ρ / V | Pour défaire une division par V, on multiplie les deux membres par V.\nm = V / ρ | On multiplie les deux membres par V : ρ × V = m.',
          correction: 'ρ = m / V. On multiplie les deux membres par V : ρ × V = m.\nDonc m = ρ × V. Contrôle : g/cm³ × cm³ = g.',
        },
      },
      {
        title: { fr: 'Isoler une durée', en: 'Making the time the subject' },
        hint: 'À revoir si v = d / Δt te bloque.',
        exercise: {
          kind: 'choice',
          statement: 'À partir de v = d / Δt, quelle relation donne la durée Δt ?',
          options:
            '+ Δt = d / v\n- Δt = v / d | Contrôle par les unités : (m/s) ÷ m donne 1/s, ce n’est pas une durée.\n- Δt = d × v | Contrôle par les unités : m × m/s n’est pas une durée.\n- Δt = v − d | Une vitesse et une distance ne se soustraient pas : elles n’ont pas la même unité.',
          correction: 'v = d / Δt. On multiplie par Δt : v × Δt = d. On divise par v : Δt = d / v.\nContrôle : m ÷ (m/s) = s.',
        },
      },
      {
        title: { fr: 'Retrouver une résistance', en: 'Finding a resistance' },
        hint: 'À revoir si tu remplaces les lettres trop tôt.',
        exercise: {
          kind: 'number',
          statement: 'Aux bornes d’un conducteur, U = {U} V et I = {I} mA. Isole R dans U = R × I, puis calcule sa valeur.',
          variables: 'U : 3 à 12 pas 1,5\nI : 20 ; 25 ; 40 ; 50',
          answer: 'U / (I / 1000)',
          unit: 'Ω',
          tolerance: 2,
          traps:
            'U / I | L’intensité est en milliampères : convertis-la en ampères avant de calculer.\nU * I / 1000 | R est multipliée par I dans U = R × I : pour l’isoler, on divise par I.\nU * I | R est multipliée par I dans U = R × I : pour l’isoler, on divise par I, en ampères.',
          correction: 'U = R × I, donc R = U / I.\nI = {I} mA = {I / 1000} A.\nR = {U} ÷ {I / 1000} = {U / (I / 1000)} Ω.',
        },
      },
    ],
    booklet: {
      title: { fr: 'Isoler une grandeur, pas à pas', en: 'Rearranging, step by step' },
      points: [
        'Une égalité reste vraie si l’on fait la même opération sur les deux membres.',
        'On défait une multiplication par une division, et inversement.',
        'On remplace les lettres par des nombres à la fin.',
        'Les unités disent si la relation trouvée peut être juste.',
      ],
    },
    link: { title: { fr: 'Le calcul littéral, rappels de collège', en: 'Algebra, a reminder' }, address: 'https://www.maths-et-tiques.fr/index.php/cours-maths/niveau-quatrieme' },
  },
  calculation: {
    exercises: [
      {
        title: { fr: 'Les étapes d’un calcul rédigé', en: 'The steps of a written calculation' },
        hint: 'À revoir si tu commences par les nombres.',
        exercise: {
          kind: 'order',
          statement: 'Range les étapes de la rédaction d’un calcul.',
          steps:
            'Écrire la relation littérale\nConvertir les données dans les bonnes unités\nRemplacer les lettres par les valeurs, avec leurs unités\nCalculer et arrondir\nRépondre par une phrase',
          correction: 'La relation d’abord : elle dit ce que l’on fait. Puis les données converties, le calcul, l’arrondi, et une phrase qui répond à la question.',
        },
      },
      {
        title: { fr: 'La distance du son', en: 'The distance of a sound' },
        hint: 'À revoir si la conversion vient après le calcul.',
        exercise: {
          kind: 'number',
          statement: 'Le son parcourt 340 m/s. Le tonnerre arrive {t} s après l’éclair. À quelle distance est tombée la foudre, avec deux chiffres significatifs ?',
          variables: 't : 2,5 à 9,5 pas 0,5',
          answer: '340 * t',
          unit: 'm',
          figures: 2,
          traps: '340 / t | La distance est la vitesse multipliée par la durée : d = v × Δt.\nt / 340 | La distance est la vitesse multipliée par la durée : d = v × Δt.',
          correction: 'd = v × Δt\nd = 340 m/s × {t} s\nd = {340 * t:2} m.\nLa foudre est tombée à environ {340 * t:2} m.',
        },
      },
      {
        title: { fr: 'Ce qui manque', en: 'What is missing' },
        hint: 'À revoir si ta copie revient avec « unité ? ».',
        exercise: {
          kind: 'choice',
          statement: 'Un élève écrit : « m = 2,7 × {V} = {2,7 * V} ». Que manque-t-il à sa rédaction ?',
          variables: 'V : 11 à 39 pas 2',
          options:
            '+ La relation littérale m = ρ × V\n+ Les unités\n+ Une phrase de conclusion\n- Un calcul plus précis | Le calcul est juste : c’est la rédaction qui ne se suit pas.',
          correction: 'm = ρ × V\nm = 2,7 g/cm³ × {V} cm³ = {2,7 * V} g\nLa masse de la pièce est de {2,7 * V:2} g.',
        },
      },
    ],
    booklet: {
      title: { fr: 'Rédiger un calcul que l’on peut suivre', en: 'A calculation that others can follow' },
      points: [
        'Ligne 1 : la relation littérale.',
        'Ligne 2 : les valeurs, avec leurs unités, converties si besoin.',
        'Ligne 3 : le résultat, arrondi, avec son unité.',
        'Ligne 4 : une phrase qui répond à la question.',
      ],
    },
    link: { title: { fr: 'Ressources pour le lycée', en: 'Resources for lycée' }, address: 'https://eduscol.education.fr/225/physique-chimie' },
  },
  charts: {
    exercises: [
      {
        title: { fr: 'Lire une pente', en: 'Reading a slope' },
        hint: 'À revoir si la pente te semble être un point.',
        exercise: {
          kind: 'number',
          statement: 'La droite qui donne la distance d (en m) en fonction de la durée t (en s) passe par l’origine et par le point ({t} s ; {v * t} m). Quelle est la vitesse ?',
          variables: 't : 4 à 12 pas 2\nv : 1,5 à 6 pas 0,5',
          answer: 'v',
          unit: 'm/s',
          traps:
            '1 / v | Tu as inversé : la pente est ce que l’on lit en ordonnée, divisé par ce que l’on lit en abscisse.\nv * t | C’est l’ordonnée du point : la pente la divise par l’abscisse.',
          correction: 'La droite passe par l’origine : v = d ÷ t = {v * t} ÷ {t} = {v} m/s.',
        },
      },
      {
        title: { fr: 'Proportionnelles ou non ?', en: 'Proportional or not?' },
        hint: 'À revoir si toute droite te semble proportionnelle.',
        exercise: {
          kind: 'choice',
          statement: 'Quelles courbes montrent deux grandeurs proportionnelles ?',
          options:
            '+ Une droite qui passe par l’origine\n- Une droite qui coupe l’axe vertical au-dessus de l’origine | C’est une droite, mais à zéro correspond autre chose que zéro.\n- Une courbe qui passe par l’origine et s’aplatit | Elle passe par l’origine, mais n’est pas droite : le rapport change.\n- Une droite horizontale | L’une des grandeurs ne change pas quand l’autre double.',
          correction: 'Deux grandeurs sont proportionnelles si leur rapport ne change pas : la courbe est alors une droite qui passe par l’origine.',
        },
      },
      {
        title: { fr: 'Choisir une échelle', en: 'Choosing a scale' },
        hint: 'À revoir si ta courbe tient dans un coin.',
        exercise: {
          kind: 'number',
          statement: 'Sur un axe de 15 cm, on veut placer des durées de 0 à {m} s en occupant tout l’axe. Combien de secondes représente 1 cm ?',
          variables: 'm : 30 à 150 pas 15',
          answer: 'm / 15',
          unit: 's/cm',
          traps: '15 / m | C’est le nombre de centimètres pour une seconde : on demande l’inverse.',
          correction: '{m} s sur 15 cm : {m} ÷ 15 = {m / 15} s pour 1 cm.',
        },
      },
    ],
    booklet: {
      title: { fr: 'Tracer, lire, conclure', en: 'Plot, read, conclude' },
      points: [
        'Chaque axe a un nom, une unité et une échelle régulière.',
        'La courbe passe au plus près des points, sans les relier tous.',
        'On lit une valeur en traçant les pointillés.',
        'Droite par l’origine : les deux grandeurs sont proportionnelles.',
      ],
    },
    link: { title: { fr: 'Un tableur libre pour tracer', en: 'A free spreadsheet to plot with' }, address: 'https://fr.libreoffice.org/discover/calc/' },
  },
  units: {
    exercises: [
      {
        title: { fr: 'Chaque grandeur son unité', en: 'Each quantity its unit' },
        hint: 'À revoir si newton et joule se mélangent.',
        exercise: {
          kind: 'choice',
          statement: 'Quelles associations sont justes ?',
          options:
            '+ Une force en newtons\n+ Une pression en pascals\n+ Une fréquence en hertz\n- Une énergie en watts | Le watt mesure une puissance : une énergie par seconde.\n- Une intensité électrique en volts | Le volt mesure une tension ; l’intensité se mesure en ampères.',
          correction: 'Force : newton (N). Pression : pascal (Pa). Fréquence : hertz (Hz). Énergie : joule (J). Intensité : ampère (A).',
        },
      },
      {
        title: { fr: 'L’unité d’un résultat', en: 'The unit of a result' },
        hint: 'À revoir si tu ajoutes l’unité au hasard.',
        exercise: {
          kind: 'text',
          statement: 'On calcule g = P / m, avec P en newtons et m en kilogrammes. Quelle est l’unité de g ?',
          accepted: 'N/kg\nN·kg⁻¹\nN.kg^-1\nN.kg-1\nN kg-1\nm/s²\nm/s^2\nm·s⁻²\nnewton par kilogramme',
          traps:
            'kg/N | On divise P par m : les newtons sont au-dessus.\nN | Les kilogrammes restent : on divise des newtons par des kilogrammes.\nN*kg | On divise P par m, on ne multiplie pas.',
          correction: 'On divise des newtons par des kilogrammes : g s’exprime en N/kg, ou N·kg⁻¹.',
        },
      },
      {
        title: { fr: 'L’énergie d’une lampe', en: 'The energy of a lamp' },
        hint: 'À revoir si les minutes restent des minutes.',
        exercise: {
          kind: 'number',
          statement: 'Une lampe de puissance P = {P} W éclaire pendant {t} min. Quelle énergie E = P × Δt consomme-t-elle, en joules ?',
          variables: 'P : 5 à 15 pas 1\nt : 10 à 50 pas 10',
          answer: 'P * t * 60',
          unit: 'J',
          traps: 'P * t | Les watts sont des joules par seconde : convertis les minutes en secondes.\nP / (t * 60) | L’énergie est la puissance multipliée par la durée.',
          correction: 'Δt = {t} min = {t * 60} s.\nE = P × Δt = {P} W × {t * 60} s = {P * t * 60} J.',
        },
      },
    ],
    booklet: {
      title: { fr: 'Les unités trouvent les erreurs', en: 'Units find mistakes' },
      points: [
        'Sept unités de base : m, kg, s, A, K, mol, cd. Toutes les autres s’en déduisent.',
        'On n’ajoute que des grandeurs de même unité.',
        'L’unité du résultat se calcule comme le résultat.',
        'Une unité qui surprend : la relation est sans doute à revoir.',
      ],
    },
    link: { title: { fr: 'Le Système international d’unités', en: 'The International System of Units' }, address: 'https://www.bipm.org/fr/measurement-units' },
  },
} as const satisfies Partial<Record<BadgeKey, Preparation>>
