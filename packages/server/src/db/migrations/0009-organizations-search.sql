-- organizations: communes are found as people type them (accents, hyphens and « St » aside); an import says who its rows are.
drop index commune_name;
alter table commune add column search_name text not null
  generated always as (btrim(regexp_replace(searchable(name), '[^a-z0-9]+', ' ', 'g'))) stored;
create index commune_search_prefix on commune (search_name text_pattern_ops);
create index commune_search_name on commune using gin (search_name gin_trgm_ops);
create index commune_postal_codes on commune using gin (postal_codes);

alter table roster_import add column is_pupil boolean not null default true;
alter table roster_import add column school_year text not null default '';
create index roster_import_organization on roster_import (organization_id, created_at desc);
