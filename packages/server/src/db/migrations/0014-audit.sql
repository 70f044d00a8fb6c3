-- organizations: who decided what, when and why, in a chain that shows when a line was changed or taken out. Names stay where they are: a line holds ids.
create table audit_entry (
  organization_id uuid not null references organization,
  position integer not null,
  at timestamptz not null,
  actor_id uuid,
  act text not null,
  subject jsonb not null,
  reason text not null default '',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organization_id, position)
);
create index audit_entry_at on audit_entry (organization_id, at desc);
create trigger audit_entry_immutable before update or delete on audit_entry for each row execute function refuse_change();

-- nominations: a decision may wait for the ceremony, and a badge that grows is given at a level.
alter table nomination
  add column level_id text,
  drop constraint nomination_state_check,
  add constraint nomination_state_check check (state in ('open', 'to-complete', 'agreed', 'granted', 'not-retained', 'declined', 'withdrawn', 'set-aside'));
alter table nomination_decision
  drop constraint nomination_decision_decision_check,
  add constraint nomination_decision_decision_check check
    (decision in ('voice-admitted', 'voice-set-aside', 'accepted', 'declined', 'completed', 'agreed', 'granted', 'to-complete', 'not-retained'));
