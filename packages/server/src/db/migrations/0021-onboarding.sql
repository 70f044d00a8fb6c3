-- onboarding: how a structure starts. What it has done elsewhere is read there; here is what only the guide knows.
create table first_year (
  organization_id uuid primary key references organization,
  started_at timestamptz not null,
  started_by uuid references person on delete set null,
  -- The guide is put away: the first page of the structure no longer offers it.
  closed_at timestamptz
);
create table first_year_step (
  organization_id uuid not null references organization,
  step text not null check (step in ('group', 'badges', 'calendar', 'texts', 'jury')),
  state text not null check (state in ('done', 'skipped')),
  marked_by uuid references person on delete set null,
  marked_at timestamptz not null,
  primary key (organization_id, step)
);
create table steering_member (
  id uuid primary key,
  organization_id uuid not null references organization,
  part text not null check (part in ('lead', 'librarian', 'school-life', 'teacher', 'staff', 'pupil', 'parent', 'partner')),
  -- Somebody of the structure, or else a name and a function.
  person_id uuid references person on delete cascade,
  name text not null default '',
  function text not null default '',
  created_at timestamptz not null
);
create unique index steering_member_person on steering_member (organization_id, person_id) where person_id is not null;
create unique index steering_member_name on steering_member (organization_id, searchable(name)) where person_id is null;
create table adopted_badge (
  organization_id uuid not null references organization,
  ready_badge text not null,
  achievement_id uuid not null references achievement on delete cascade,
  adopted_at timestamptz not null,
  primary key (organization_id, ready_badge)
);
create table milestone (
  organization_id uuid not null references organization,
  school_year text not null,
  kind text not null check (kind in ('steering', 'information', 'opening', 'class-time', 'closing', 'jury', 'ceremony', 'review')),
  -- Null where the structure does without it.
  day date,
  revision integer not null,
  updated_at timestamptz not null,
  primary key (organization_id, school_year, kind)
);
create table model_text (
  organization_id uuid not null references organization,
  kind text not null check (kind in ('families', 'consent', 'pupils', 'staff', 'announcement', 'minutes')),
  locale text not null check (locale in ('fr', 'en')),
  body text not null,
  updated_by uuid references person on delete set null,
  updated_at timestamptz not null,
  primary key (organization_id, kind, locale)
);
