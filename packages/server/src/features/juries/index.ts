// Owns jury séances: who sits, which dossiers are on the table, votes, recusals, decisions and the signed minutes.
// Announces: see juries.facts.ts.
// Standard: none; what a jury grants becomes an Open Badges 3.0 credential, by nominations.
export {}
