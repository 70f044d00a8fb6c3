import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { isUuid } from '#kit/uuid.ts'
import { enterAsTeacher } from '../programmes/enter-programme.ts'
import { type Booklet, readBooklets } from './read-booklets.ts'

/** For those who teach in the programme: all who take part today, those of one class, or those who are named. */
export async function listClassBooklets(
  ctx: Ctx,
  programmeId: string,
  { personIds, cohort }: { personIds?: readonly string[]; cohort?: string | undefined } = {},
): Promise<Booklet[]> {
  await enterAsTeacher(ctx, programmeId)
  const booklets = await readBooklets(ctx, programmeId, { personIds })
  return cohort ? booklets.filter(({ cohorts }) => cohorts.includes(cohort)) : booklets
}

export async function getClassBooklet(ctx: Ctx, programmeId: string, personId: string): Promise<Booklet> {
  const [booklet] = isUuid(personId) ? await listClassBooklets(ctx, programmeId, { personIds: [personId] }) : []
  if (!booklet) throw refuse('not_found')
  return booklet
}
