// What queries of dossiers ask of the table `nomination`, under this name.
import { sql } from 'kysely'

/** The version that would be given today, by its id. */
export const latestVersion = sql`(select id from achievement_version where achievement_id = nomination.achievement_id order by number desc limit 1)`

/** How many have spoken, once let through. */
export const voiceCount = sql<number>`(select count(*)::int from nomination_voice where nomination_id = nomination.id and state = 'admitted')`
