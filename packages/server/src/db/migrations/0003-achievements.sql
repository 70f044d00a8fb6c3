-- issuers: who signs, and with which keys.
create table issuer (
  id uuid primary key,
  organization_id uuid not null unique references organization,
  created_at timestamptz not null
);

create table signing_key (
  id uuid primary key,
  issuer_id uuid not null references issuer,
  algorithm text not null check (algorithm in ('Ed25519')),
  public_key_multibase text not null unique,
  private_key_sealed bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  compromised_at timestamptz
);
create unique index signing_key_active on signing_key (issuer_id) where retired_at is null;

-- achievements: badges, their drafts, their immutable versions and their images.
-- Images are small and few: in the database they share its transactions and its backup.
create table image (
  id uuid primary key,
  organization_id uuid not null references organization,
  media_type text not null check (media_type in ('image/png', 'image/svg+xml')),
  bytes bytea not null,
  sha256 bytea not null,
  design jsonb,
  created_at timestamptz not null,
  unique (organization_id, sha256)
);

create table achievement (
  id uuid primary key,
  organization_id uuid not null references organization,
  draft jsonb,
  draft_revision integer not null default 0,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz
);
create index achievement_organization on achievement (organization_id);

create table achievement_version (
  id uuid primary key,
  achievement_id uuid not null references achievement,
  number integer not null,
  content jsonb not null,
  image_id uuid not null references image,
  published_by uuid references person on delete set null,
  published_at timestamptz not null,
  unique (achievement_id, number)
);

-- A published version is what people were recognised for: the database itself refuses to change one.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are immutable', tg_table_name;
end $$;
create trigger achievement_version_immutable before update of id, achievement_id, number, content, image_id, published_at or delete
  on achievement_version for each row execute function refuse_change();
