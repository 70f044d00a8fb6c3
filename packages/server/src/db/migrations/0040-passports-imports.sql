-- passports: badges that a person brought from elsewhere, byte for byte, and what was found of them.
create table imported_badge (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- What came: a file, or what an address answered. The same bytes are given back.
  file_name text not null,
  media_type text not null,
  bytes bytea not null,
  digest bytea not null,
  address text,
  -- Two badges are the same when their issuer and their id are.
  issuer_id text,
  credential_id text,
  version text not null,
  -- The document with its parts as they were found on the day of the import: it is shown when its issuer is gone.
  document jsonb,
  summary jsonb not null,
  picture bytea,
  -- Whether it was given to an address that the person has proved to be theirs.
  recipient text not null check (recipient in ('confirmed', 'another', 'unknown')),
  imported_at timestamptz not null,
  outcome text not null check (outcome in ('verified', 'not-verified', 'undetermined')),
  checks jsonb not null,
  verified_at timestamptz not null,
  -- Since when its issuer no longer answers: what was found before stands.
  unreachable_since timestamptz,
  due_at timestamptz not null,
  unique (person_id, digest)
);
create unique index imported_badge_same on imported_badge (person_id, issuer_id, credential_id) where issuer_id is not null and credential_id is not null;
create index imported_badge_due on imported_badge (due_at);
create trigger imported_badge_immutable before update of id, file_name, media_type, bytes, digest, document, imported_at on imported_badge
  for each row execute function refuse_change();
