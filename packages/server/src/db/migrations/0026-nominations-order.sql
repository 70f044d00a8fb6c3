-- nominations: decisions of one instant are read in the order in which they were taken.
alter table nomination_decision add column number bigint generated always as identity;
