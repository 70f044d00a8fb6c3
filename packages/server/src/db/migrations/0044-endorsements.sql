-- endorsements: who was asked for a signed word on a badge that somebody keeps, and what they said.
create table endorsement_request (
  id uuid primary key,
  holder_id uuid not null references person on delete cascade,
  -- The id of a credential or of an imported badge.
  badge_id uuid not null,
  -- Somebody with an account here, or somebody known by their address alone, who comes by a link.
  asked_id uuid references person on delete cascade,
  asked_address citext,
  asked_name text not null default '',
  locale text not null check (locale in ('fr', 'en')),
  message text not null default '',
  -- The holder agrees that the evidence is shown with the badge.
  shows_evidence boolean not null,
  -- The link is found by its hash; mails write it again from the seal.
  token_hash bytea unique,
  token_sealed bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  reminded_at timestamptz,
  withdrawn_at timestamptz,
  declined_at timestamptz,
  check (num_nonnulls(asked_id, asked_address) >= 1),
  check ((asked_address is null) = (token_hash is null) and (token_hash is null) = (token_sealed is null))
);
create index endorsement_request_holder on endorsement_request (holder_id, created_at desc);
create index endorsement_request_asked on endorsement_request (asked_id) where asked_id is not null;
create index endorsement_request_address on endorsement_request (asked_address) where asked_address is not null;

create table endorsement (
  id uuid primary key,
  holder_id uuid not null references person on delete cascade,
  badge_id uuid not null,
  request_id uuid unique references endorsement_request on delete set null,
  -- Who wrote it: somebody with an account, or an address; in the name of a structure, or in their own.
  endorser_id uuid references person on delete set null,
  endorser_address citext,
  organization_id uuid references organization,
  -- As it was signed: the structure, or the person and what they do.
  endorser_name text not null,
  endorser_function text not null default '',
  relation text not null default '',
  comment text not null,
  -- The signed EndorsementCredential, to the letter. None of a word that was left without signing.
  document text,
  status_list_id uuid references status_list,
  status_index integer,
  signed_at timestamptz not null,
  -- Private until its holder shows it.
  shown_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text not null default '',
  check ((status_list_id is null) = (status_index is null)),
  check (organization_id is null or document is not null)
);
create index endorsement_badge on endorsement (badge_id);
create index endorsement_holder on endorsement (holder_id);
create index endorsement_endorser on endorsement (endorser_id) where endorser_id is not null;
create trigger endorsement_immutable before update of id, badge_id, endorser_address, organization_id, endorser_name, endorser_function, relation, comment, document, status_list_id, status_index, signed_at
  on endorsement for each row execute function refuse_change();

-- Addresses that asked not to be written to again, by their keyed hash: the address itself is not kept.
create table endorsement_stop (
  address_hash bytea primary key,
  stopped_at timestamptz not null
);
