-- credentials: what was issued, to whom, in which state; status lists; batches; claims.
create table status_list (
  id uuid primary key,
  issuer_id uuid not null references issuer,
  purpose text not null check (purpose in ('revocation')),
  length integer not null,
  bits bytea not null,
  allocated bytea not null,
  allocated_count integer not null default 0,
  document text,
  updated_at timestamptz not null
);
create index status_list_issuer on status_list (issuer_id);

create table issue_batch (
  id uuid primary key,
  organization_id uuid not null references organization,
  achievement_version_id uuid not null references achievement_version,
  valid_until timestamptz,
  created_by uuid references person on delete set null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  finished_at timestamptz
);
create index issue_batch_organization on issue_batch (organization_id, created_at desc);

create table credential (
  id uuid primary key,
  organization_id uuid not null references organization,
  achievement_id uuid not null references achievement,
  achievement_version_id uuid not null references achievement_version,
  issuer_id uuid not null references issuer,
  signing_key_id uuid not null references signing_key,
  person_id uuid references person on delete set null,
  recipient_name text not null default '',
  recipient_email citext,
  recipient_salt text not null,
  document text not null,
  status_list_id uuid not null references status_list,
  status_index integer not null,
  idempotency_key text not null,
  batch_id uuid references issue_batch,
  issued_by uuid references person on delete set null,
  issued_at timestamptz not null,
  valid_until timestamptz,
  response text not null default 'pending' check (response in ('pending', 'accepted', 'declined')),
  responded_at timestamptz,
  shared_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references person on delete set null,
  revocation_reason text,
  unique (organization_id, idempotency_key),
  unique (status_list_id, status_index)
);
create index credential_person on credential (person_id, issued_at desc);
create index credential_email on credential (recipient_email) where recipient_email is not null;
create index credential_achievement on credential (achievement_id, issued_at desc);
create index credential_organization on credential (organization_id, issued_at desc);
create trigger credential_document_immutable
  before update of id, document, achievement_version_id, issuer_id, signing_key_id, status_list_id, status_index, idempotency_key, issued_at
  on credential for each row execute function refuse_change();

create table issue_batch_row (
  batch_id uuid not null references issue_batch on delete cascade,
  position integer not null,
  person_id uuid references person on delete set null,
  name text not null default '',
  email citext,
  evidence_url text,
  narrative text,
  valid_until timestamptz,
  state text not null default 'pending' check (state in ('pending', 'issued', 'already-held', 'failed', 'excluded')),
  problem text,
  credential_id uuid references credential,
  primary key (batch_id, position)
);
create index issue_batch_row_pending on issue_batch_row (batch_id, position) where state = 'pending';

-- A claim lets whoever holds the mailed link or the paper card take the badge home. Codes are kept as keyed hashes.
create table claim (
  id uuid primary key,
  credential_id uuid not null references credential on delete cascade,
  channel text not null check (channel in ('mail', 'card')),
  code_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz,
  used_by uuid references person on delete set null,
  replaced_at timestamptz
);
create index claim_credential on claim (credential_id);
