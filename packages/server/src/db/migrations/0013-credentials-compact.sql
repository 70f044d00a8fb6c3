-- credentials: what the signed documents of one achievement and key share is kept once, and of each credential its own values.
-- Documents that could not be taken apart, and those from before, stay as they are.
create table credential_frame (
  id integer primary key generated always as identity,
  hash bytea not null unique,
  frame text not null
);
create trigger credential_frame_immutable before update or delete on credential_frame for each row execute function refuse_change();

alter table credential
  alter column document drop not null,
  add column frame_id integer references credential_frame,
  add column frame_values text[],
  add constraint credential_document_once check (
    (document is not null and frame_id is null and frame_values is null) or (document is null and frame_id is not null and frame_values is not null)
  );
drop trigger credential_document_immutable on credential;
create trigger credential_document_immutable
  before update of id, document, frame_id, frame_values, achievement_version_id, issuer_id, signing_key_id, status_list_id, status_index, idempotency_key, issued_at
  on credential for each row execute function refuse_change();
