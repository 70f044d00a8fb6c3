import type { Ctx } from '#ctx'
import { askEndorsement, showEndorsement, signEndorsement } from '#features/endorsements/index.ts'
import type { BadgeKey } from './badges.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'

const at = (place: string) => `${place}.demo.boat.test`
const TEACHER = at('enseignante@genevoix')
const COOK = at('chef@bedel')

/** A teacher shows what her lycée signed, and waits for somebody outside; a cook waits for his headteacher. */
export async function endorseBadges(ctx: Ctx, network: Network): Promise<void> {
  const then = (address: string, daysAgo: number) => personAt(ctx, known(network.personIds, address), schoolDay(ctx.now(), daysAgo))
  const teachersBadge = await findBadge(ctx, network, TEACHER, 'digital-trainer')
  const { requestId } = await askEndorsement(then(TEACHER, 40), {
    badgeId: teachersBadge,
    personId: known(network.personIds, at('proviseure@genevoix')),
    message: 'Vous étiez à deux des ateliers : pourriez-vous dire ce que vous y avez vu ?',
    showsEvidence: true,
  })
  await signEndorsement(
    then(at('proviseure@genevoix'), 36),
    { requestId },
    {
      voice: known(network.organizationIds, 'genevoix'),
      comment: 'Onze collègues de six disciplines sont passés par ses ateliers. Trois mois après, neuf publient encore une vidéo par semaine, et les élèves les réclament.',
      relation: 'Deux ateliers suivis au lycée, et les vidéos de toute l’équipe.',
    },
  )
  await showEndorsement(then(TEACHER, 35), { endorsementId: requestId, isShown: true })
  await askEndorsement(then(TEACHER, 9), {
    badgeId: teachersBadge,
    name: 'Claire Fontenille',
    address: 'claire.fontenille@mediatheque.example',
    message: 'Bonjour Claire, tu as accueilli deux de mes ateliers à la médiathèque. Quelques lignes de ta part compteraient beaucoup.',
  })
  await askEndorsement(then(COOK, 2), {
    badgeId: await findBadge(ctx, network, COOK, 'eco-citizen'),
    personId: known(network.personIds, at('principale@bedel')),
    message: 'Bonjour Madame, c’est pour la pesée des restes. Si vous pouviez dire deux mots de ce qui a changé au self…',
    showsEvidence: true,
  })
}

async function findBadge(ctx: Ctx, network: Network, address: string, badge: BadgeKey): Promise<string> {
  const { id } = await ctx.db
    .selectFrom('credential')
    .select('id')
    .where('person_id', '=', known(network.personIds, address))
    .where('achievement_id', '=', known(network.badges, badge).achievementId)
    .orderBy('issued_at')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
