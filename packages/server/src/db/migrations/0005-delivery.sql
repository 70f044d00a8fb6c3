-- delivery: every mail that left or should have left.
create table sent_mail (
  id uuid primary key,
  deduplication_key text not null unique,
  recipient citext not null,
  locale text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  problem text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index sent_mail_created on sent_mail (created_at desc);
