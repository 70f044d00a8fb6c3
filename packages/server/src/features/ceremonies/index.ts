// Owns what is handed over: paper cards with a QR and a short code, buttons, labels, certificates, wall lists.
// Announces nothing.
// Standard: none; the card opens a claim of passports.
export { listCards } from './list-cards.ts'
export { printCards, reprintCards } from './print-cards.ts'
export { printSlips } from './print-slips.ts'
export type { Slip, SlipLayout } from './sheets/draw-slip.ts'
