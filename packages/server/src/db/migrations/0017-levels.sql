-- achievements: a badge grows by levels; a structure shares it with the network, and others adopt it to give it in their own name.
alter table achievement
  add column shared_at timestamptz,
  add column shared_by uuid references person on delete set null;
create index achievement_shared on achievement (shared_at) where shared_at is not null;

-- What was published before has no levels, and says so from now on; not one word of it changes.
alter table achievement_version disable trigger achievement_version_immutable;
update achievement_version set content = content || '{"levels": []}' where not (content ? 'levels');
alter table achievement_version enable trigger achievement_version_immutable;
update achievement set draft = jsonb_set(draft, '{content,levels}', '[]') where draft is not null and not (draft->'content' ? 'levels');

-- One row for each time a structure adopted a badge, with the version that it gives. An adoption that ended stays written.
create table achievement_adoption (
  id uuid primary key,
  organization_id uuid not null references organization,
  achievement_id uuid not null references achievement,
  achievement_version_id uuid not null references achievement_version,
  local_note text not null default '',
  adopted_by uuid references person on delete set null,
  adopted_at timestamptz not null,
  ended_by uuid references person on delete set null,
  ended_at timestamptz
);
create unique index achievement_adoption_open on achievement_adoption (organization_id, achievement_id) where ended_at is null;
create index achievement_adoption_of on achievement_adoption (achievement_id, adopted_at);

-- credentials: the level that was recognised. A row of a batch keeps what was written when it is no level of the badge.
alter table credential add column level_id text;
alter table issue_batch_row add column level text;
drop trigger credential_document_immutable on credential;
create trigger credential_document_immutable
  before update of id, document, frame_id, frame_values, achievement_version_id, issuer_id, signing_key_id, status_list_id, status_index, idempotency_key, issued_at, level_id
  on credential for each row execute function refuse_change();

-- nominations: a voice may name the level it has in mind; two structures that give one badge have each their dossiers.
alter table nomination_voice add column level_id text;
drop index nomination_open;
create unique index nomination_open on nomination (organization_id, achievement_id, nominee_key) where closed_at is null;
