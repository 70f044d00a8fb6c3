-- credentials: a batch says who confirmed it, and each of its rows what is wrong with it, as codes that every language can say.
alter table issue_batch
  add column confirmed_by uuid references person on delete set null,
  add column idempotency_key text,
  add constraint issue_batch_idempotency unique (organization_id, idempotency_key);
create index issue_batch_unfinished on issue_batch (confirmed_at) where confirmed_at is not null and finished_at is null;

alter table issue_batch_row
  drop column problem,
  add column line integer,
  add column problems jsonb not null default '[]';

create index credential_batch on credential (batch_id) where batch_id is not null;
