-- passports: what an imported badge says that its holder can do, beside its document: a list of three hundred reads these words, and no document.
-- Before 2.1 they stand in the badge class, since then in the achievement.
alter table imported_badge
  add column alignments jsonb not null generated always as (
    coalesce(jsonb_path_query_array(document, case when version ~ '^[012]\.' then '$.badge.alignment[*]'::jsonpath else '$.credentialSubject.achievement.alignment[*]'::jsonpath end), '[]')
  ) stored,
  add column keywords jsonb not null generated always as (
    coalesce(jsonb_path_query_array(document, case when version ~ '^[012]\.' then '$.badge.tags[*]'::jsonpath else '$.credentialSubject.achievement.tag[*]'::jsonpath end), '[]')
  ) stored;
