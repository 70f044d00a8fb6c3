-- guardians: papers that open consent, who says to hold parental authority over whom, and what was allowed and taken back.
create table guardianship (
  id uuid primary key,
  child_id uuid not null references person on delete cascade,
  guardian_id uuid not null references person on delete cascade,
  relation text not null check (relation in ('mother', 'father', 'legal-guardian', 'other')),
  -- The structure whose paper opened it.
  organization_id uuid not null references organization,
  declared_at timestamptz not null,
  ended_at timestamptz,
  -- From fifteen on, the pupil alone says whether this person still sees the badges.
  shown_at timestamptz,
  check (child_id <> guardian_id)
);
create unique index guardianship_current on guardianship (child_id, guardian_id) where ended_at is null;
create index guardianship_of on guardianship (guardian_id);

-- The code is kept as a keyed hash. A paper that replaces a lost one hands a guardianship over to whoever opens it.
create table guardian_slip (
  id uuid primary key,
  organization_id uuid not null references organization,
  child_id uuid not null references person on delete cascade,
  copy smallint not null check (copy in (1, 2)),
  replaces_id uuid references guardianship on delete cascade,
  code_hash bytea not null unique,
  wrong_facts smallint not null default 0,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  guardianship_id uuid references guardianship on delete set null,
  void_at timestamptz
);
create unique index guardian_slip_good on guardian_slip (organization_id, child_id, copy) where void_at is null and replaces_id is null;
create unique index guardian_slip_replacing on guardian_slip (replaces_id) where void_at is null;
create index guardian_slip_child on guardian_slip (child_id);

-- What somebody said, one line a word: by an account, or on a signed paper that the school keeps. Lines are added, never changed.
create table consent_decision (
  number bigint generated always as identity primary key,
  child_id uuid not null references person on delete cascade,
  scope text not null check (scope in ('take-home', 'share')),
  decision text not null check (decision in ('given', 'withdrawn')),
  guardianship_id uuid references guardianship on delete cascade,
  signer_name text,
  -- One person, however the name is typed.
  signer_key text,
  signed_on date,
  -- The structure that wrote it down, when it did.
  organization_id uuid references organization,
  recorded_by uuid references person on delete set null,
  recorded_at timestamptz not null,
  check (num_nonnulls(guardianship_id, signer_key) = 1),
  check (num_nonnulls(signer_name, signer_key) <> 1)
);
create index consent_decision_child on consent_decision (child_id, scope);
create trigger consent_decision_immutable
  before update of number, child_id, scope, decision, guardianship_id, signer_name, signer_key, signed_on, organization_id, recorded_at
  on consent_decision for each row execute function refuse_change();

-- The last word of each counts: one yes opens, one no closes whatever others said.
create function family_allows(child uuid, asked text) returns boolean language sql stable as $$
  select coalesce(bool_or(decision = 'given') and not bool_or(decision = 'withdrawn'), false)
  from (
    select distinct on (consent_decision.guardianship_id, signer_key) decision
    from consent_decision left join guardianship on guardianship.id = consent_decision.guardianship_id
    where consent_decision.child_id = child and scope = asked and guardianship.ended_at is null
    order by consent_decision.guardianship_id, signer_key, number desc
  ) last_words
$$;

-- The day a pupil of fifteen read that they decide alone from now on.
create table takeover (
  child_id uuid primary key references person on delete cascade,
  taken_at timestamptz not null
);
