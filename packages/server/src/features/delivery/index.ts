// Owns what people are told: mails that left or should have left, and notices in the platform.
// Announces nothing; listens to the facts of all, and is imported by no other slice.
// Standard: none. Mail leaves through SMTP, or into a folder when none is set.
export { getMail, listMails } from './list-mails.ts'
export { countNewNotices } from './notices/list-notices.ts'
export { resendMail } from './resend-mail.ts'
