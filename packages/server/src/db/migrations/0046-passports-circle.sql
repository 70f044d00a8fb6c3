-- passports: which badges a person shows to a structure of theirs, whom they follow, and what they are told by those who see a badge.

-- One row, one yes: a badge that is taken back leaves no trace of having been shown.
create table badge_shown (
  person_id uuid not null references person on delete cascade,
  -- The id of a credential or of an imported badge.
  badge_id uuid not null,
  organization_id uuid not null,
  shown_at timestamptz not null,
  primary key (person_id, badge_id, organization_id),
  foreign key (organization_id, person_id) references membership on delete cascade
);
create index badge_shown_organization on badge_shown (organization_id);

-- Who leaves shows nothing there any more, whatever way they leave; who comes back chooses again.
create function take_back_shown_badges() returns trigger language plpgsql as $$
begin
  delete from badge_shown where organization_id = new.organization_id and person_id = new.person_id;
  return null;
end $$;
create trigger membership_left after update of left_at on membership
  for each row when (new.left_at is not null) execute function take_back_shown_badges();

create table follow (
  person_id uuid not null references person on delete cascade,
  organization_id uuid not null references organization,
  since timestamptz not null,
  primary key (person_id, organization_id)
);

-- A badge received here that its holder, who has opened it to all, tells of to those who follow whoever gave it.
create table badge_announced (
  credential_id uuid primary key references credential on delete cascade,
  person_id uuid not null references person on delete cascade,
  announced_at timestamptz not null
);
create index badge_announced_person on badge_announced (person_id);

create table congratulation (
  id uuid primary key,
  from_person_id uuid not null references person on delete cascade,
  to_person_id uuid not null references person on delete cascade,
  badge_id uuid not null,
  -- One of the sentences that are offered (circle/circle.schema.ts), or words of one's own.
  phrase text,
  words text not null default '',
  created_at timestamptz not null,
  -- Taken off by whoever received it: its words are gone, and cannot be said again.
  removed_at timestamptz,
  unique (from_person_id, badge_id),
  check (removed_at is not null or (phrase is null) <> (words = '')),
  check (removed_at is null or (phrase is null and words = ''))
);
create index congratulation_to on congratulation (to_person_id, badge_id);

create table congratulation_block (
  person_id uuid not null references person on delete cascade,
  blocked_id uuid not null references person on delete cascade,
  since timestamptz not null,
  primary key (person_id, blocked_id)
);

create table congratulation_refusal (
  person_id uuid primary key references person on delete cascade,
  since timestamptz not null
);

-- What was said and shown of a badge from elsewhere goes with it.
create function forget_imported_badge() returns trigger language plpgsql as $$
begin
  delete from badge_shown where badge_id = old.id;
  delete from congratulation where badge_id = old.id;
  return null;
end $$;
create trigger imported_badge_removed after delete on imported_badge for each row execute function forget_imported_badge();
