import { sql } from 'kysely'
import type { Ctx } from '#ctx'
import type { Level } from './levels.schema.ts'

/** The levels of a badge that somebody received, or will at the ceremony, as the latest version that had them says and in its order. */
export async function listGivenLevels(ctx: Ctx, achievementId: string): Promise<Level[]> {
  const { rows } = await sql<{ level: Level }>`
    select level from (
      select distinct on (level->>'id') level, number, place
      from achievement_version, jsonb_array_elements(content->'levels') with ordinality as listed (level, place)
      where achievement_id = ${achievementId}
      order by level->>'id', number desc
    ) latest
    where exists (select from credential where achievement_id = ${achievementId} and level_id = level->>'id')
      or exists (select from nomination where achievement_id = ${achievementId} and level_id = level->>'id' and state = 'agreed')
    order by place`.execute(ctx.db)
  return rows.map(({ level }) => level)
}
