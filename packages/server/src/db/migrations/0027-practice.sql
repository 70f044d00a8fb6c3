-- practice: programmes of badges that a class gets ready for at its own pace, and what each pupil tried.
create table programme (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  description text not null default '',
  school_year text not null,
  copied_from uuid references programme on delete set null,
  shared_by uuid references person on delete set null,
  shared_at timestamptz,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  archived_at timestamptz
);
create index programme_organization on programme (organization_id, school_year desc);
create index programme_shared on programme (shared_at) where shared_at is not null;

create table programme_badge (
  programme_id uuid not null references programme on delete cascade,
  achievement_id uuid not null references achievement,
  position integer not null,
  primary key (programme_id, achievement_id)
);
-- « D’abord … »: a badge that another one of the same programme needs.
create table programme_prerequisite (
  programme_id uuid not null,
  achievement_id uuid not null,
  required_id uuid not null,
  primary key (programme_id, achievement_id, required_id),
  foreign key (programme_id, achievement_id) references programme_badge on delete cascade,
  foreign key (programme_id, required_id) references programme_badge on delete cascade,
  check (achievement_id <> required_id)
);
create table programme_period (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  -- k of the badges.
  required integer not null check (required between 0 and 40),
  check (starts_on <= ends_on)
);
create index programme_period_of on programme_period (programme_id, starts_on);
create table programme_cohort (
  programme_id uuid not null references programme on delete cascade,
  cohort_id uuid not null references cohort on delete cascade,
  primary key (programme_id, cohort_id)
);
create index programme_cohort_of on programme_cohort (cohort_id);
create table programme_teacher (
  programme_id uuid not null references programme on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (programme_id, person_id)
);
create index programme_teacher_of on programme_teacher (person_id);

-- For one pupil and period: fewer badges, or more time. The reason is for the teachers.
create table programme_exception (
  period_id uuid not null references programme_period on delete cascade,
  person_id uuid not null references person on delete cascade,
  required integer check (required between 0 and 40),
  ends_on date,
  reason text not null,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  primary key (period_id, person_id),
  check (num_nonnulls(required, ends_on) > 0)
);
create index programme_exception_person on programme_exception (person_id);

-- Prepared advice, for a badge in a structure: those who teach it share one bank.
create table remark (
  id uuid primary key,
  organization_id uuid not null references organization,
  achievement_id uuid not null references achievement,
  position integer not null,
  text text not null,
  resource_id uuid references resource on delete set null,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  archived_at timestamptz
);
create index remark_of on remark (organization_id, achievement_id, position);

-- « Je suis prêt·e », and what became of it. An attempt that a teacher began has no ready_at.
create table attempt (
  id uuid primary key,
  programme_id uuid not null references programme,
  achievement_id uuid not null references achievement,
  person_id uuid not null references person on delete cascade,
  self_assessment text check (self_assessment in ('not-yet', 'almost', 'yes')),
  ready_at timestamptz,
  withdrawn_at timestamptz,
  verdict text check (verdict in ('passed', 'to-rework')),
  -- When it was said in the classroom; the line may have been down.
  judged_at timestamptz,
  judged_by uuid references person on delete set null,
  advice text not null default '',
  level_id text,
  credential_id uuid references credential,
  -- The same verdict sent twice is one.
  verdict_key text unique,
  changed_at timestamptz not null,
  check ((verdict is null) = (judged_at is null)),
  check (withdrawn_at is null or verdict is null)
);
create unique index attempt_open on attempt (programme_id, achievement_id, person_id) where verdict is null and withdrawn_at is null;
create index attempt_person on attempt (person_id, programme_id);
create index attempt_programme on attempt (programme_id, changed_at);

-- The words as they were said that day; the bank may change afterwards.
create table attempt_remark (
  attempt_id uuid not null references attempt on delete cascade,
  remark_id uuid not null references remark,
  position integer not null,
  text text not null,
  resource_id uuid references resource on delete set null,
  primary key (attempt_id, remark_id)
);
create index attempt_remark_of on attempt_remark (remark_id);
