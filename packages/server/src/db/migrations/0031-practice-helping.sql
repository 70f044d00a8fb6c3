-- practice: pupils who hold a badge offer their help to those of their class, and helps that both remember.
create table help_offer (
  programme_id uuid not null references programme on delete cascade,
  achievement_id uuid not null references achievement,
  person_id uuid not null references person on delete cascade,
  offered_at timestamptz not null,
  stopped_at timestamptz,
  -- A teacher, to protect a pupil who is asked too often: it is then not for the pupil to begin again.
  stopped_by uuid references person on delete set null,
  primary key (programme_id, achievement_id, person_id),
  check (stopped_by is null or stopped_at is not null)
);
create index help_offer_person on help_offer (person_id);

create table help_given (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  achievement_id uuid not null references achievement,
  helper_id uuid not null references person on delete cascade,
  helped_id uuid not null references person on delete cascade,
  -- One of the two; the other one confirms or declines.
  noted_by uuid not null references person on delete cascade,
  noted_at timestamptz not null,
  confirmed_at timestamptz,
  declined_at timestamptz,
  check (helper_id <> helped_id),
  check (noted_by in (helper_id, helped_id)),
  check (confirmed_at is null or declined_at is null)
);
create unique index help_given_open on help_given (programme_id, achievement_id, helper_id, helped_id) where confirmed_at is null and declined_at is null;
create index help_given_helper on help_given (helper_id, programme_id);
create index help_given_helped on help_given (helped_id, programme_id);
create index help_given_programme on help_given (programme_id, noted_at);

-- « Aidant·e »: the badge that a programme gives for helps, and from how many on its teachers are told.
create table programme_helper_badge (
  programme_id uuid primary key references programme on delete cascade,
  achievement_id uuid not null references achievement,
  needed integer not null check (needed between 1 and 20)
);
