import type { Ctx } from '#ctx'
import { nameSteeringMember } from '#features/onboarding/index.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'
import { DOMAIN } from './structures.table-data.ts'

const STARTED_DAYS_AGO = 4

/** Collège Saint-Exupéry has just begun: a group, and the rest of the guide before it. */
export async function beginFirstYear(ctx: Ctx, network: Network): Promise<void> {
  const headteacher = known(network.personIds, `principal@saint-exupery.${DOMAIN}`)
  const day = personAt(ctx, headteacher, schoolDay(ctx.now(), STARTED_DAYS_AGO))
  const organizationId = known(network.organizationIds, 'saint-exupery')
  await nameSteeringMember(day, { organizationId, part: 'lead', personId: headteacher })
  await nameSteeringMember(day, { organizationId, part: 'teacher', personId: known(network.personIds, `avenir@saint-exupery.${DOMAIN}`) })
  await nameSteeringMember(day, { organizationId, part: 'school-life', name: 'Mélissa Arnaudeau', function: 'Conseillère principale d’éducation' })
  await nameSteeringMember(day, { organizationId, part: 'parent', name: 'Ousmane Keïta', function: 'Parent élu au conseil d’administration' })
}
