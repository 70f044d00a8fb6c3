import type { Ctx } from '#ctx'
import { describeHelp } from '#features/practice/index.ts'
import { tell } from './tell.ts'

/** To the other one of two classmates: is it so? */
export async function tellOfHelp(ctx: Ctx, { helpId }: { helpId: string }): Promise<void> {
  const help = await describeHelp(ctx, helpId)
  if (!help) return
  const { toId, kind, name, badge, path } = help
  await tell(ctx, { personIds: [toId], kind, words: { name, badge }, path, key: `help:${helpId}` })
}

/** To those who teach the programme: somebody has helped often enough for the badge of it. They decide. */
export async function tellOfHelper(ctx: Ctx, { programmeId, personId }: { programmeId: string; personId: string }): Promise<void> {
  const rows = await ctx.db
    .selectFrom('programme_teacher')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .innerJoin('membership', (join) => join.onRef('membership.person_id', '=', 'programme_teacher.person_id').onRef('membership.organization_id', '=', 'programme.organization_id'))
    .innerJoin('person', (join) => join.on('person.id', '=', personId))
    .select(['programme_teacher.person_id', 'programme.name', 'slug', 'given_name', 'family_name'])
    .where('programme_id', '=', programmeId)
    .where('left_at', 'is', null)
    .execute()
  if (!rows[0]) return
  const { name, slug, given_name, family_name } = rows[0]
  await tell(ctx, {
    personIds: rows.map(({ person_id }) => person_id),
    kind: 'helper-reached',
    words: { name: `${given_name} ${family_name}`.trim(), programme: name },
    path: `/organizations/${slug}/programmes/${programmeId}/helping`,
    key: `helper-reached:${programmeId}:${personId}`,
  })
}
