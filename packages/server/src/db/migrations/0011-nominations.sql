-- nominations: who is proposed for which badge, the voices that say why, what the nominee adds, and what was decided.
create table nomination (
  id uuid primary key,
  organization_id uuid not null references organization,
  achievement_id uuid not null references achievement,
  person_id uuid references person on delete set null,
  -- For somebody without an account.
  nominee_name text not null default '',
  nominee_function text not null default '',
  -- One person, however the name is typed: what makes several voices one dossier.
  nominee_key text not null,
  state text not null default 'open' check (state in ('open', 'to-complete', 'granted', 'not-retained', 'declined', 'withdrawn', 'set-aside')),
  response text not null default 'pending' check (response in ('pending', 'accepted', 'declined')),
  responded_at timestamptz,
  credential_id uuid references credential,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz
);
create unique index nomination_open on nomination (achievement_id, nominee_key) where closed_at is null;
create index nomination_organization on nomination (organization_id, updated_at desc);
create index nomination_person on nomination (person_id) where person_id is not null;

create table nomination_voice (
  id uuid primary key,
  nomination_id uuid not null references nomination,
  author_id uuid references person on delete set null,
  deed text not null,
  occasion text not null,
  state text not null check (state in ('waiting', 'admitted', 'set-aside', 'withdrawn')),
  created_at timestamptz not null
);
create unique index nomination_voice_author on nomination_voice (nomination_id, author_id) where state <> 'withdrawn';
create index nomination_voice_by on nomination_voice (author_id);

create table nomination_fact (
  id uuid primary key,
  nomination_id uuid not null references nomination,
  text text not null,
  url text,
  created_at timestamptz not null
);
create index nomination_fact_of on nomination_fact (nomination_id);

-- Who decided what, when and why. Rows are added, never changed.
create table nomination_decision (
  id uuid primary key,
  nomination_id uuid not null references nomination,
  voice_id uuid references nomination_voice,
  decision text not null check (decision in ('voice-admitted', 'voice-set-aside', 'accepted', 'declined', 'completed', 'granted', 'to-complete', 'not-retained')),
  reason text not null default '',
  decided_by uuid references person on delete set null,
  decided_at timestamptz not null
);
create index nomination_decision_of on nomination_decision (nomination_id, decided_at);
create trigger nomination_decision_immutable before update of id, nomination_id, voice_id, decision, reason, decided_at or delete
  on nomination_decision for each row execute function refuse_change();
