// Owns what is handed over: paper cards with a QR and a short code.
// Announces nothing.
// Standard: none; the card opens a claim of passports.
export { listCards } from './list-cards.ts'
export { printCards } from './print-cards.ts'
