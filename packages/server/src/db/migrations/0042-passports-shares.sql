-- passports: pages that a person composes, and the addresses by which they show what they chose, each with its end.
create table folio (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  title text not null,
  introduction text not null default '',
  -- What stands on it, in order: headings, texts, badges, files, links (folios/folio.schema.ts).
  blocks jsonb not null default '[]',
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index folio_person on folio (person_id);

create table folio_file (
  id uuid primary key,
  folio_id uuid not null references folio on delete cascade,
  file_name text not null,
  media_type text not null,
  alt text not null default '',
  bytes bytea not null,
  thumbnail bytea,
  created_at timestamptz not null
);
create index folio_file_folio on folio_file (folio_id);

create table cv (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  title text not null,
  locale text not null check (locale in ('fr', 'en')),
  -- cv/cv.schema.ts
  content jsonb not null,
  badge_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index cv_person on cv (person_id);

create table share (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- The address is its secret: strangers are looked up by the hash, its person reads it again from the seal.
  token_hash bytea not null unique,
  token_sealed bytea not null,
  -- What it shows.
  scope text not null check (scope in ('badges', 'folio', 'cv')),
  badge_ids uuid[] not null default '{}',
  folio_id uuid references folio on delete cascade,
  cv_id uuid references cv on delete cascade,
  -- How it is used: a link, a picture with it on another site, a mail's signature, a code shown in an interview.
  purpose text not null check (purpose in ('link', 'embed', 'signature', 'interview')),
  -- For whom, in the words of its person; never shown to a visitor.
  label text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  check ((scope = 'badges') = (cardinality(badge_ids) > 0)),
  check ((scope = 'folio') = (folio_id is not null)),
  check ((scope = 'cv') = (cv_id is not null))
);
create index share_person on share (person_id);
create index share_folio on share (folio_id) where folio_id is not null;
create index share_cv on share (cv_id) where cv_id is not null;
