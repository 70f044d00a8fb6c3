-- practice: « Par quel badge commences-tu ? », to one pupil once a week at most.
create table programme_nudge (
  period_id uuid not null references programme_period on delete cascade,
  person_id uuid not null references person on delete cascade,
  nudged_by uuid references person on delete set null,
  nudged_at timestamptz not null,
  primary key (period_id, person_id, nudged_at)
);
create index programme_nudge_person on programme_nudge (person_id);

-- A whole year level on one page: who holds what of the programme, and from which attempt.
create index attempt_credential on attempt (credential_id) where credential_id is not null;
