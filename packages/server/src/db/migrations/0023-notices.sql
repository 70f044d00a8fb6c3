-- delivery: what a person is told in the platform itself, whether or not they have an address.
create table notice (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null,
  -- What the sentence names: words as { fr, en }, or a text that is the same in both.
  words jsonb not null default '{}',
  path text not null,
  deduplication_key text not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  unique (person_id, deduplication_key)
);
create index notice_person on notice (person_id, created_at desc);
create index notice_unseen on notice (person_id) where seen_at is null;
