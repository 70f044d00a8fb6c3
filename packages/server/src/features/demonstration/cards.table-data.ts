import type { Picture } from '#features/accounts/accounts.schema.ts'

/** The CM2 of école François Rabelais: a card each but for the last, who came later; the first have used theirs. */
export const accessCards = {
  cohort: 'CM2',
  by: 'cm2@rabelais.demo.boat.test',
  givenDaysAgo: 30,
  withoutCard: 4,
  firstUses: [
    { daysAgo: 29, pictures: ['cat', 'rocket', 'cake', 'sun'] },
    { daysAgo: 29, pictures: ['dog', 'star', 'bike', 'apple'] },
    { daysAgo: 29, pictures: ['butterfly', 'pizza', 'heart', 'train'] },
    { daysAgo: 28, pictures: ['robot', 'key', 'robot', 'castle'] },
    { daysAgo: 28, pictures: ['horse', 'ice-cream', 'moon', 'horse'] },
    { daysAgo: 28, pictures: ['fish', 'sailboat', 'umbrella', 'cloud'] },
    { daysAgo: 21, pictures: ['spider', 'castle', 'helicopter', 'cherry'] },
    { daysAgo: 14, pictures: ['rainbow', 'balloon', 'snowman', 'carrot'] },
  ] satisfies { daysAgo: number; pictures: Picture[] }[],
}
