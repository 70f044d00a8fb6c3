import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import { isUuid } from '#kit/uuid.ts'
import type { LocalizedText } from '../localized-text.ts'
import type { ExerciseSource } from './exercise.schema.ts'
import type { Progress, ResourceKind } from './resource.schema.ts'

export type ResourceRow = {
  resourceId: string
  achievementId: string
  organizationId: string
  organizationName: string
  kind: ResourceKind
  title: LocalizedText
  hint: LocalizedText
  isPublic: boolean
  address: string | null
  exercise: ExerciseSource | null
  file: { fileId: string; fileName: string; mediaType: string; size: number; isInFolder: boolean } | null
  hasCaptions: boolean
  progress: Progress
}

/**
 * What whoever asks may see: of a structure that gives the badge today, its own members what it added, and the members of all that give it
 * what its author added; everybody what is public, once the badge is published.
 */
export async function readVisible(ctx: Ctx, by: { achievementId: string } | { resourceId: string }): Promise<ResourceRow[]> {
  const [column, id] = 'achievementId' in by ? (['achievement_id', by.achievementId] as const) : (['id', by.resourceId] as const)
  if (!isUuid(id)) return []
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const { rows } = await sql<ResourceRow>`
    select ${columns(personId)}
    from resource
    join achievement on achievement.id = resource.achievement_id
    join organization on organization.id = resource.organization_id
    left join resource_file file on file.resource_id = resource.id
    where ${sql.ref(`resource.${column}`)} = ${id}
      and (resource.organization_id = achievement.organization_id or ${isAdoptedBy(sql.ref('resource.organization_id'))})
      and (${ctx.actor.kind === 'system'}
        or (resource.is_public and exists (select from achievement_version where achievement_id = achievement.id))
        or exists (
          select from membership where person_id = ${personId} and left_at is null and (
            membership.organization_id = resource.organization_id
            or (resource.organization_id = achievement.organization_id and ${isAdoptedBy(sql.ref('membership.organization_id'))}))))
    order by resource.organization_id <> achievement.organization_id, organization.name, resource.organization_id, resource.position, resource.id`.execute(ctx.db)
  return rows
}

/** What one structure added, for those who look after it. */
export async function readOwn(ctx: Ctx, { organizationId, achievementId }: { organizationId: string; achievementId: string }): Promise<ResourceRow[]> {
  if (!isUuid(achievementId)) return []
  const { rows } = await sql<ResourceRow>`
    select ${columns(null)}
    from resource
    join organization on organization.id = resource.organization_id
    left join resource_file file on file.resource_id = resource.id
    where resource.organization_id = ${organizationId} and resource.achievement_id = ${achievementId}
    order by resource.position, resource.id`.execute(ctx.db)
  return rows
}

const isAdoptedBy = (organization: ReturnType<typeof sql.ref>) =>
  sql`exists (select from achievement_adoption where achievement_id = achievement.id and organization_id = ${organization} and ended_at is null)`

const columns = (personId: string | null) => sql`
  resource.id as "resourceId", resource.achievement_id as "achievementId", resource.organization_id as "organizationId", organization.name as "organizationName",
  resource.kind, resource.title, resource.hint, resource.is_public as "isPublic", resource.address, resource.exercise, resource.captions is not null as "hasCaptions",
  case when file.resource_id is not null then jsonb_build_object(
    'fileId', file.file_id, 'fileName', file.file_name, 'mediaType', file.media_type, 'size', file.size, 'isInFolder', file.bytes is null) end as file,
  (select case when done_at is not null then 'done' when tried_at is not null then 'tried' else 'seen' end
    from resource_progress where resource_id = resource.id and person_id = ${personId}) as progress`
