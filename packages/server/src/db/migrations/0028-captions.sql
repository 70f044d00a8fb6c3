-- achievements: what is said in a film, to be read while it plays (WebVTT).
alter table resource add column captions text check (octet_length(captions) <= 262144);
