// How far a badge is on its way to the person: what their teacher looks at before printing or writing again.
import { sql } from 'kysely'

export type Delivery = 'received' | 'mail-waiting' | 'mail-sent' | 'mail-failed' | 'card-to-print' | 'card-printed' | 'never'

/** To select beside a row of `credential`. An account that its person cannot enter yet is no reception: schools create pupils from a list. */
export const deliveryColumns = () =>
  [
    isReceived.as('is_received'),
    sql<Date | null>`(select max(created_at) from claim where credential_id = credential.id and channel = 'card' and replaced_at is null)`.as('card_printed_at'),
    sql<string | null>`(select state from sent_mail where deduplication_key = 'credential-issued:' || credential.id)`.as('mail_state'),
  ] as const

const isReceived = sql<boolean>`(credential.response <> 'pending'
  or exists (select from claim where credential_id = credential.id and used_at is not null)
  or exists (select from person where person.id = credential.person_id and password_hash is not null)
  or exists (select from person_email where person_email.person_id = credential.person_id and verified_at is not null)
  or exists (select from session where session.person_id = credential.person_id))`

/** Nobody can be told of it by mail, it is still to be received, and it has no card yet. */
export const isCardToPrint = sql<boolean>`(credential.revoked_at is null and credential.recipient_email is null and not ${isReceived}
  and not exists (select from claim where credential_id = credential.id and channel = 'card' and replaced_at is null))`

type Row = { is_received: boolean; card_printed_at: Date | null; mail_state: string | null; recipient_email: string | null; revoked_at: Date | null }

export function deliveryOf(row: Row): Delivery {
  if (row.is_received) return 'received'
  if (row.revoked_at) return 'never'
  if (row.card_printed_at) return 'card-printed'
  if (!row.recipient_email) return 'card-to-print'
  return row.mail_state === 'sent' ? 'mail-sent' : row.mail_state === 'failed' ? 'mail-failed' : 'mail-waiting'
}
