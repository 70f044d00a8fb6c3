-- organizations: structures, their place, members, invitations, cohorts and roster imports.
create table commune (
  code text primary key,
  name text not null,
  department_code text not null,
  region_code text not null,
  postal_codes text[] not null,
  population integer not null
);
create index commune_name on commune using gin (searchable(name) gin_trgm_ops);
create index commune_department on commune (department_code);

create table organization (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  type text not null check (type in
    ('primary-school', 'collège', 'lycée', 'university', 'institute', 'authority', 'association', 'employer', 'network')),
  description text not null default '',
  website text,
  email citext,
  uai text,
  commune_code text references commune,
  created_at timestamptz not null,
  archived_at timestamptz
);
create index organization_name on organization using gin (searchable(name) gin_trgm_ops);

create table membership (
  organization_id uuid not null references organization,
  person_id uuid not null references person on delete cascade,
  roles text[] not null check (roles <@ array['owner', 'admin', 'designer', 'issuer', 'member'] and cardinality(roles) > 0),
  title text not null default '',
  is_pupil boolean not null default false,
  created_at timestamptz not null,
  left_at timestamptz,
  primary key (organization_id, person_id)
);
create index membership_person on membership (person_id);

-- The national pupil number is kept only as a keyed hash: enough to recognise the same pupil at the next import.
create table pupil_number (
  organization_id uuid not null references organization,
  number_hash bytea not null,
  person_id uuid not null references person on delete cascade,
  primary key (organization_id, number_hash)
);

create table invitation (
  id uuid primary key,
  organization_id uuid not null references organization,
  address citext not null,
  roles text[] not null,
  title text not null default '',
  token_hash bytea not null unique,
  invited_by uuid references person on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_organization on invitation (organization_id);

create table cohort (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  kind text not null check (kind in ('class', 'group')),
  school_year text not null default '',
  created_at timestamptz not null,
  archived_at timestamptz,
  unique (organization_id, name, school_year)
);

create table cohort_member (
  cohort_id uuid not null references cohort on delete cascade,
  person_id uuid not null references person on delete cascade,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (cohort_id, person_id)
);
create index cohort_member_person on cohort_member (person_id);

-- A file that was read and shown, and waits for somebody's word before anything is written.
create table roster_import (
  id uuid primary key,
  organization_id uuid not null references organization,
  cohort_id uuid references cohort,
  file_name text not null,
  preview jsonb not null,
  outcome jsonb,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  confirmed_at timestamptz
);
