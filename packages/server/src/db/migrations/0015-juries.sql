-- juries: séances, who sits, which dossiers are on the table, votes, recusals, decisions, and the signed minutes.
create table jury (
  id uuid primary key,
  organization_id uuid not null references organization,
  title text not null,
  starts_at timestamptz not null,
  place text not null default '',
  quorum integer not null check (quorum between 1 and 60),
  -- What is retained is announced at the ceremony, or issued at once.
  is_embargoed boolean not null default true,
  state text not null default 'preparing' check (state in ('preparing', 'voting', 'in-session', 'closed')),
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  opened_at timestamptz,
  started_at timestamptz,
  closed_at timestamptz,
  -- A compact JWS, by the key of the structure.
  minutes text,
  check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (minutes is null))
);
create index jury_organization on jury (organization_id, starts_at desc);

create table jury_member (
  id uuid primary key,
  jury_id uuid not null references jury on delete cascade,
  person_id uuid references person on delete set null,
  -- For somebody from outside, who comes by a link.
  name text not null default '',
  function text not null default '',
  address text,
  token_hash bytea unique,
  token_sealed bytea,
  is_president boolean not null default false,
  present_at timestamptz,
  created_at timestamptz not null,
  unique (jury_id, person_id)
);
create unique index jury_president on jury_member (jury_id) where is_president;
create index jury_member_person on jury_member (person_id) where person_id is not null;

create table jury_dossier (
  id uuid primary key,
  jury_id uuid not null references jury on delete cascade,
  nomination_id uuid not null references nomination,
  position integer not null,
  -- Counts are shown before all have voted.
  revealed_at timestamptz,
  decision text check (decision in ('granted', 'to-complete', 'not-retained', 'adjourned')),
  reason text not null default '',
  level_id text,
  decided_by uuid references person on delete set null,
  decided_at timestamptz,
  -- What was sent twice is recognised; what another decided meanwhile is not overwritten.
  decision_key text,
  revision integer not null default 0,
  -- Why a decision could not be carried out when the séance was closed.
  refusal text,
  closed_at timestamptz,
  unique (jury_id, nomination_id)
);
create unique index jury_dossier_open on jury_dossier (nomination_id) where closed_at is null;

create table jury_vote (
  dossier_id uuid not null references jury_dossier on delete cascade,
  member_id uuid not null references jury_member on delete cascade,
  vote text not null check (vote in ('yes', 'to-complete', 'no', 'abstain')),
  comment text not null default '',
  voted_at timestamptz not null,
  primary key (dossier_id, member_id)
);

create table jury_recusal (
  dossier_id uuid not null references jury_dossier on delete cascade,
  member_id uuid not null references jury_member on delete cascade,
  kind text not null check (kind in ('nominee', 'voice', 'declared')),
  word text not null default '',
  recused_at timestamptz not null,
  primary key (dossier_id, member_id)
);

-- Once a séance is closed, nothing of it changes: not by a verb, not by hand.
create function refuse_change_of_closed_jury() returns trigger language plpgsql as $$
declare
  row_jury_id uuid;
  closed timestamptz;
begin
  if tg_table_name = 'jury' then
    closed := old.closed_at;
  elsif tg_table_name in ('jury_member', 'jury_dossier') then
    row_jury_id := case when tg_op = 'INSERT' then new.jury_id else old.jury_id end;
    select closed_at into closed from jury where id = row_jury_id;
  else
    select jury.closed_at into closed from jury join jury_dossier on jury_dossier.jury_id = jury.id
      where jury_dossier.id = case when tg_op = 'INSERT' then new.dossier_id else old.dossier_id end;
  end if;
  if closed is not null then
    raise exception 'a closed jury séance is never changed (%)', tg_table_name;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger jury_closed before delete or update of id, organization_id, title, starts_at, place, quorum, is_embargoed, state, created_at, opened_at, started_at, closed_at, minutes
  on jury for each row execute function refuse_change_of_closed_jury();
create trigger jury_member_closed before insert or delete or update of id, jury_id, name, function, address, token_hash, token_sealed, is_president, present_at, created_at
  on jury_member for each row execute function refuse_change_of_closed_jury();
create trigger jury_dossier_closed before insert or delete or update of id, jury_id, nomination_id, position, revealed_at, decision, reason, level_id, decided_at, decision_key, revision, refusal, closed_at
  on jury_dossier for each row execute function refuse_change_of_closed_jury();
create trigger jury_vote_closed before insert or update or delete on jury_vote for each row execute function refuse_change_of_closed_jury();
create trigger jury_recusal_closed before insert or update or delete on jury_recusal for each row execute function refuse_change_of_closed_jury();
