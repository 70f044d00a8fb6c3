-- achievements: what helps to get ready for a badge, from who defined it and from those who adopted it.
create table resource (
  id uuid primary key,
  achievement_id uuid not null references achievement,
  organization_id uuid not null references organization,
  kind text not null check (kind in ('video', 'booklet', 'link', 'exercise')),
  position integer not null,
  title jsonb not null,
  -- For whom: « à revoir si … ».
  hint jsonb not null,
  is_public boolean not null,
  -- A page elsewhere: a link, or a video that is not kept here.
  address text,
  exercise jsonb,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index resource_of on resource (achievement_id, organization_id, position);

-- A booklet is kept here; a video, too large for rows, in the folder of videos under its id.
create table resource_file (
  resource_id uuid primary key references resource on delete cascade,
  file_id uuid not null unique,
  file_name text not null,
  media_type text not null,
  size integer not null,
  bytes bytea
);

-- Seen, tried, done: no score, no number of tries.
create table resource_progress (
  person_id uuid not null references person on delete cascade,
  resource_id uuid not null references resource on delete cascade,
  seen_at timestamptz not null,
  tried_at timestamptz,
  done_at timestamptz,
  primary key (person_id, resource_id)
);
create index resource_progress_of on resource_progress (resource_id);
