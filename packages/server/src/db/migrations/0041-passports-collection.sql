-- passports: what a person writes beside a badge they keep, wherever it came from. `badge_id` is the id of a credential or of an imported badge.
create table badge_note (
  person_id uuid not null references person on delete cascade,
  badge_id uuid not null,
  -- What it means to me, in my own words.
  sentence text not null default '',
  tags text[] not null default '{}',
  written_at timestamptz not null,
  primary key (person_id, badge_id)
);

-- A damaged copy gives way to a good one in its own row, so that what was written beside it stays. One that verified never changes.
drop trigger imported_badge_immutable on imported_badge;
create trigger imported_badge_immutable before update of id, file_name, media_type, bytes, digest, document, imported_at on imported_badge
  for each row when (old.outcome = 'verified' or old.id <> new.id) execute function refuse_change();

-- issuers: the key with which a person signs in their own name: an endorsement, a record of their badges. Its did:key is all that others know of it.
create table personal_key (
  id uuid primary key,
  -- Somebody with an account, or somebody known by their address alone.
  person_id uuid unique references person on delete cascade,
  address citext unique,
  did text not null unique,
  private_key_sealed bytea not null,
  created_at timestamptz not null,
  check (num_nonnulls(person_id, address) = 1)
);
