-- practice: what a pupil says of a badge or of a period, what a teacher writes into the school report, and to which school a booklet is shown.
create table booklet_sentence (
  programme_id uuid not null references programme on delete cascade,
  person_id uuid not null references person on delete cascade,
  -- Of one of the two.
  achievement_id uuid references achievement,
  period_id uuid references programme_period on delete cascade,
  text text not null check (char_length(text) between 1 and 300),
  updated_at timestamptz not null,
  check (num_nonnulls(achievement_id, period_id) = 1),
  unique nulls not distinct (programme_id, person_id, achievement_id, period_id)
);
create index booklet_sentence_person on booklet_sentence (person_id, programme_id);

-- « Bonus »: for the school report, once a teacher has changed what was prepared.
create table booklet_bonus (
  period_id uuid not null references programme_period on delete cascade,
  person_id uuid not null references person on delete cascade,
  text text not null check (char_length(text) between 1 and 300),
  edited_by uuid references person on delete set null,
  edited_at timestamptz not null,
  primary key (period_id, person_id)
);

-- From fifteen on, a pupil's own word: the teachers of this structure may read the booklet, until it is closed.
create table booklet_share (
  programme_id uuid not null references programme on delete cascade,
  person_id uuid not null references person on delete cascade,
  organization_id uuid not null references organization,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (programme_id, person_id, organization_id)
);
create index booklet_share_to on booklet_share (organization_id, person_id) where closed_at is null;

-- Below fifteen the family agrees, as for the rest: the booklets follow the child to the next school.
alter table consent_decision drop constraint consent_decision_scope_check,
  add constraint consent_decision_scope_check check (scope in ('take-home', 'share', 'booklet'));
