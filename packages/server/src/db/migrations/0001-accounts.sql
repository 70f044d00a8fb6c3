-- accounts: people, their addresses, their sessions, and what one-time links they were sent.
create extension if not exists citext;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent() is only stable; an index needs an immutable form of it.
create function searchable(value text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

create table person (
  id uuid primary key,
  given_name text not null,
  family_name text not null default '',
  birth_date date,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  color_scheme text not null default 'auto' check (color_scheme in ('auto', 'light', 'dark')),
  password_hash text,
  is_network_admin boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz
);
create index person_name on person using gin (searchable(given_name || ' ' || family_name) gin_trgm_ops);

-- An address counts only once it is verified; two people may claim one, only one may verify it.
create table person_email (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  address citext not null,
  is_primary boolean not null default false,
  verified_at timestamptz,
  created_at timestamptz not null,
  unique (person_id, address)
);
create unique index person_email_verified on person_email (address) where verified_at is not null;
create unique index person_email_primary on person_email (person_id) where is_primary;

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  method text not null check (method in ('password', 'link', 'card', 'demonstration', 'first-administrator')),
  user_agent text not null default '',
  address text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table one_time_link (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('sign-in', 'verify-email', 'first-administrator')),
  address citext,
  person_id uuid references person on delete cascade,
  next_path text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table rate_limit (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (key, window_start)
);
