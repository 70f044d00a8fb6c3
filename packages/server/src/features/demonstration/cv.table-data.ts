// One CV, told twice: the cook of a collège, in French and in English.
import type { CvContentInput } from '#features/passports/index.ts'

type Told = { title: string; content: Partial<CvContentInput> }

export const cookCv: Record<'fr' | 'en', Told> = {
  fr: {
    title: 'Formateur en cuisine durable',
    content: {
      headline: 'Chef cuisinier, formateur en restauration durable',
      town: 'L’Isle-Jourdain (Vienne)',
      website: 'https://college-bedel.example/journal',
      summary:
        'Vingt ans de cuisine pour des enfants, et l’envie de transmettre : je cherche à former des équipes de restauration scolaire au fait maison, aux circuits courts et à la réduction du gaspillage.',
      experiences: [
        {
          kind: 'work',
          role: 'Chef cuisinier',
          organization: 'Collège Maurice-Bedel',
          place: 'Saint-Gervais-les-Trois-Clochers',
          from: '09/2011',
          to: '',
          text: '320 repas par jour, dont 60 % de produits locaux.\nAtelier cuisine avec les professeurs de langues et d’histoire.\nRestes pesés et affichés chaque semaine : un tiers de moins en deux ans.',
        },
        {
          kind: 'work',
          role: 'Second de cuisine',
          organization: 'Auberge du Pont-Neuf',
          place: 'Châtellerault',
          from: '2004',
          to: '08/2011',
          text: 'Carte du marché et formation de six apprentis.',
        },
        {
          kind: 'volunteering',
          role: 'Bénévole',
          organization: 'Les Foulées du Clain',
          place: 'Poitiers',
          from: '2018',
          to: '',
          text: 'Ravitaillement du 10 km : soupe chaude pour 400 coureurs.',
        },
      ],
      educations: [
        { title: 'CAP Cuisine', organization: 'CFA de Châtellerault', place: 'Châtellerault', from: '2001', to: '2003', text: '' },
        { title: 'Formation « Plan alimentaire et produits locaux »', organization: 'CNFPT', place: 'Poitiers', from: '03/2019', to: '03/2019', text: '' },
      ],
      languages: [
        { name: 'Français', level: 'native' },
        { name: 'Espagnol', level: 'B1' },
        { name: 'Anglais', level: 'A2' },
      ],
      ownSkills: ['Cuisiner pour 300 personnes', 'Hygiène et HACCP', 'Encadrer une équipe de cinq'],
      interests: 'Légumes oubliés, course à pied, accordéon.',
    },
  },
  en: {
    title: 'Training in sustainable catering (English)',
    content: {
      headline: 'Head cook, trainer in sustainable school catering',
      town: 'L’Isle-Jourdain, France',
      website: 'https://college-bedel.example/journal',
      summary: 'Twenty years of cooking for children, and a wish to pass it on: I would like to train school kitchen teams in cooking from scratch, local produce and less waste.',
      experiences: [
        {
          kind: 'work',
          role: 'Head cook',
          organization: 'Collège Maurice-Bedel',
          place: 'Saint-Gervais-les-Trois-Clochers',
          from: '09/2011',
          to: '',
          text: '320 meals a day, 60% of them from local produce.\nCooking workshop with language and history teachers.\nLeftovers weighed and displayed every week: a third less in two years.',
        },
        {
          kind: 'work',
          role: 'Sous-chef',
          organization: 'Auberge du Pont-Neuf',
          place: 'Châtellerault',
          from: '2004',
          to: '08/2011',
          text: 'Market menu; trained six apprentices.',
        },
        {
          kind: 'volunteering',
          role: 'Volunteer',
          organization: 'Les Foulées du Clain',
          place: 'Poitiers',
          from: '2018',
          to: '',
          text: 'Hot soup for the 400 runners of the 10 km race.',
        },
      ],
      educations: [
        { title: 'CAP Cuisine (vocational certificate in cookery)', organization: 'CFA de Châtellerault', place: 'Châtellerault', from: '2001', to: '2003', text: '' },
        { title: 'Course “Menus and local produce”', organization: 'CNFPT', place: 'Poitiers', from: '03/2019', to: '03/2019', text: '' },
      ],
      languages: [
        { name: 'French', level: 'native' },
        { name: 'Spanish', level: 'B1' },
        { name: 'English', level: 'A2' },
      ],
      ownSkills: ['Cooking for 300 people', 'Food hygiene and HACCP', 'Leading a team of five'],
      interests: 'Forgotten vegetables, running, accordion.',
    },
  },
}
