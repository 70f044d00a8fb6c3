-- departures: how a passport leaves a structure, home or to the next establishment. The code is kept as a keyed hash.
create table departure (
  id uuid primary key,
  organization_id uuid not null references organization,
  person_id uuid not null references person on delete cascade,
  -- As the former establishment knew them: what happens to the name afterwards is no longer its business.
  person_name text not null,
  kind text not null check (kind in ('transfer', 'home')),
  cohort_id uuid references cohort on delete set null,
  code_hash bytea unique,
  -- Somebody leaves by themselves without a code.
  expires_at timestamptz,
  destination_id uuid references organization,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  -- The yes of the former establishment: beforehand for one destination, or to whoever asks.
  agreed_by uuid references person on delete set null,
  agreed_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  withdrawn_at timestamptz,
  -- The yes of the new establishment: for which class, and who it is there already.
  arrival_id uuid references organization,
  arrival_cohort_id uuid references cohort on delete set null,
  duplicate_id uuid references person on delete set null,
  requested_by uuid references person on delete set null,
  requested_at timestamptz,
  declined_by uuid references person on delete set null,
  declined_at timestamptz,
  decline_reason text not null default '',
  moved_at timestamptz,
  check ((arrival_id is null) = (requested_at is null)),
  check (num_nonnulls(withdrawn_at, declined_at, moved_at) <= 1)
);
create unique index departure_live on departure (organization_id, person_id, kind) where withdrawn_at is null and declined_at is null and moved_at is null;
create index departure_person on departure (person_id);
create index departure_from on departure (organization_id, created_at desc);
create index departure_to on departure (arrival_id, requested_at desc) where arrival_id is not null;
