// Owns the mails that left, or should have left.
// Announces nothing; listens to the facts of all, and is imported by none.
// Standard: none. Mail leaves through SMTP, or into a folder when none is set.
export { getMail, listMails } from './list-mails.ts'
export { resendMail } from './resend-mail.ts'
