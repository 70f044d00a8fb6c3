import type { Ctx } from '#ctx'
import { tell } from './tell.ts'

/** To a member of the structure: a séance is open, with dossiers to read. */
export async function tellOfJury(ctx: Ctx, { juryId, memberId }: { juryId: string; memberId: string }): Promise<void> {
  const member = (await findMembers(ctx, juryId)).find(({ id }) => id === memberId)
  if (!member || member.state === 'closed') return
  await tell(ctx, { personIds: [member.person_id!], kind: 'jury-opened', words: wordsOf(member), path: `/me/juries/${juryId}`, key: `jury-opened:${memberId}` })
}

/** To the members of the structure: it is over, and the minutes are signed. */
export async function tellOfMinutes(ctx: Ctx, { juryId }: { juryId: string }): Promise<void> {
  const members = await findMembers(ctx, juryId)
  if (members.length === 0) return
  const personIds = members.map(({ person_id }) => person_id!)
  await tell(ctx, { personIds, kind: 'jury-closed', words: wordsOf(members[0]!), path: `/me/juries/${juryId}`, key: `jury-closed:${juryId}` })
}

const wordsOf = ({ title, name }: { title: string; name: string }) => ({ jury: title, organization: name })

const findMembers = (ctx: Ctx, juryId: string) =>
  ctx.db
    .selectFrom('jury_member')
    .innerJoin('jury', 'jury.id', 'jury_id')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select(['jury_member.id', 'person_id', 'state', 'title', 'organization.name'])
    .where('jury_id', '=', juryId)
    .where('person_id', 'is not', null)
    .execute()
