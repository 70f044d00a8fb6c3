// Owns departures: how a passport leaves a structure, to a personal address or to the next establishment, by a code that both sides confirm.
// Announces: departure.requested, departure.confirmed, departure.declined; listens to account.closed.
// Standard: none; what moves are Open Badges 3.0 credentials, untouched.
export { departureConfirmed, departureDeclined, departureRequested } from './departures.facts.ts'
export { prepareDepartures } from './prepare-departures.ts'
export { requestArrival } from './request-arrival.ts'
