-- Pupils without an address: a card says who, pictures or words say that it is really them.
alter table person add column secret_kind text not null default 'password' check (secret_kind in ('password', 'pictures'));
comment on column person.secret_kind is 'what password_hash is the hash of';

-- Opened on a device that several use: short, and over with the browser.
alter table session add column is_shared boolean not null default false;

-- The card of a pupil, whatever badges they have. The code is kept as a keyed hash.
create table access_card (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  organization_id uuid not null references organization on delete cascade,
  code_hash bytea not null unique,
  created_at timestamptz not null,
  created_by uuid references person on delete set null,
  first_used_at timestamptz,
  replaced_at timestamptz
);
-- One card at a time: a new one voids the former, whichever school printed it.
create unique index access_card_current on access_card (person_id) where replaced_at is null;
create index access_card_person on access_card (person_id);
create index access_card_organization on access_card (organization_id);
