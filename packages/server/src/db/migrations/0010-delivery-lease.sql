-- delivery: who is sending a mail right now, so that two runs of one job do not both send it.
alter table sent_mail add column sending_since timestamptz;
