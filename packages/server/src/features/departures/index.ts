// Owns departures: how a passport leaves a structure, to a personal address or to the next establishment, by a code that both sides confirm.
// Announces nothing.
// Standard: none; what moves are Open Badges 3.0 credentials, untouched.
export {}
