-- Badges of the network with nearly the same name are found while one types: « regardez d'abord ».
create index achievement_version_name on achievement_version using gin (searchable(content->'name'->>'fr') gin_trgm_ops);
create index achievement_version_image on achievement_version (image_id);
