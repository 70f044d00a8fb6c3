// Owns ceremonies, what becomes of those who receive there, and what is handed over: paper cards with a QR and a short code, the cards with which pupils sign in, buttons, labels, certificates, wall lists.
// Announces: ceremony.published, ceremony.forgotten; listens to account.closed.
// Standard: none; publishing issues credentials, and the cards open what passports owns.
export { ceremonyForgotten, ceremonyPublished } from './ceremonies.facts.ts'
export { listCards } from './list-cards.ts'
export { addDossiers, addPeople } from './planning/add-recipients.ts'
export { changeRecipient, setHandedBy } from './planning/change-recipient.ts'
export { createCeremony } from './planning/create-ceremony.ts'
export { listRecipients } from './planning/get-ceremony.ts'
export { reassignRecipients } from './planning/reassign-recipients.ts'
export { printCards, reprintCards } from './print-cards.ts'
export { printSlips } from './print-slips.ts'
export { publishCeremony, resumePublishing } from './publishing/publish-ceremony.ts'
export { runPublishing } from './publishing/run-publishing.ts'
export type { Slip, SlipLayout } from './sheets/draw-slip.ts'
export { markRecipient } from './stage/mark-recipient.ts'
