-- ceremonies: who receives which badge on which day, in which order, and what became of it. Nothing is issued before somebody publishes.
create table ceremony (
  id uuid primary key,
  organization_id uuid not null references organization,
  title text not null,
  starts_at timestamptz not null,
  place text not null default '',
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  -- The click that publishes; published_at is when the last one was issued, or could not be.
  confirmed_at timestamptz,
  confirmed_by uuid references person on delete set null,
  published_at timestamptz,
  -- The day has passed and nobody published: said once.
  reminded_at timestamptz
);
create index ceremony_organization on ceremony (organization_id, starts_at desc);
create index ceremony_unpublished on ceremony (starts_at) where confirmed_at is null;

create table ceremony_recipient (
  id uuid primary key,
  ceremony_id uuid not null references ceremony,
  -- A dossier is handed over once.
  nomination_id uuid unique references nomination,
  achievement_id uuid not null references achievement,
  level_id text,
  person_id uuid references person on delete set null,
  -- Of somebody without an account.
  name text not null default '',
  class_name text not null default '',
  position integer not null,
  citation text not null default '',
  handed_by text not null default '',
  pronunciation text not null default '',
  display text not null check (display in ('full', 'first-name', 'nothing')),
  photo text not null default 'unknown' check (photo in ('unknown', 'yes', 'no')),
  presence text not null default 'expected' check (presence in ('expected', 'present', 'absent', 'handed')),
  marked_at timestamptz,
  marked_by uuid references person on delete set null,
  -- The code of a card that was printed beforehand; it opens the badge once the badge exists.
  card_hash bytea unique,
  card_printed_at timestamptz,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'issued', 'already-held', 'failed')),
  problem text,
  credential_id uuid references credential
);
create unique index ceremony_recipient_once on ceremony_recipient (ceremony_id, achievement_id, person_id) where person_id is not null;
create index ceremony_recipient_order on ceremony_recipient (ceremony_id, position);
create index ceremony_recipient_person on ceremony_recipient (person_id) where person_id is not null;
create index ceremony_recipient_credential on ceremony_recipient (credential_id) where credential_id is not null;

-- accounts: how much of one's name a person lets be shown in a hall. Nothing said: what the structure does by default.
alter table person add column screen_name text check (screen_name in ('first-name', 'nothing'));
