-- nominations: photos and files beside a voice or a fact.
create table attachment (
  id uuid primary key,
  -- Neither while the form is being filled in: then it is a draft of who sent it, forgotten after a day.
  voice_id uuid references nomination_voice,
  fact_id uuid references nomination_fact,
  uploaded_by uuid references person on delete set null,
  position smallint not null default 0,
  file_name text not null,
  media_type text not null check (media_type in ('image/webp', 'application/pdf')),
  alt text not null default '',
  bytes bytea not null,
  thumbnail bytea,
  created_at timestamptz not null,
  check (num_nonnulls(voice_id, fact_id) <= 1),
  check ((thumbnail is not null) = (media_type = 'image/webp'))
);
alter table attachment alter column bytes set storage external, alter column thumbnail set storage external;
create index attachment_voice on attachment (voice_id) where voice_id is not null;
create index attachment_fact on attachment (fact_id) where fact_id is not null;
create index attachment_draft on attachment (created_at) where voice_id is null and fact_id is null;

-- A young pupil is « un élève de 4e B » to the nominee and the jury, until an adult lifts it, with a reason.
alter table nomination_voice
  add column wishes_name boolean not null default false,
  add column is_named boolean not null default false,
  add column naming_reason text not null default '';
alter table nomination
  add column is_named boolean not null default false,
  add column naming_reason text not null default '',
  -- Two spellings of one person: the dossier that took over the voices of this one.
  add column merged_into uuid references nomination;

-- Whose voice was set aside may write another one.
drop index nomination_voice_author;
create unique index nomination_voice_author on nomination_voice (nomination_id, author_id) where state in ('waiting', 'admitted');
