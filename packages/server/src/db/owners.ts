// Who writes which table. A slice may read any table; only its owner inserts, updates or deletes. tests/boundaries.test.ts holds it.
import type { DB } from './schema.ts'

export const owners = {
  person: 'accounts',
  person_email: 'accounts',
  session: 'accounts',
  one_time_link: 'accounts',
  rate_limit: 'kit',
  commune: 'organizations',
  organization: 'organizations',
  membership: 'organizations',
  pupil_number: 'organizations',
  invitation: 'organizations',
  cohort: 'organizations',
  cohort_member: 'organizations',
  roster_import: 'organizations',
  issuer: 'issuers',
  signing_key: 'issuers',
  image: 'achievements',
  achievement: 'achievements',
  achievement_version: 'achievements',
  status_list: 'credentials',
  issue_batch: 'credentials',
  issue_batch_row: 'credentials',
  credential: 'credentials',
  claim: 'passports',
  sent_mail: 'delivery',
} satisfies Record<keyof DB, string>
