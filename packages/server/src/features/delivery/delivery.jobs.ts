import type { Ctx } from '#ctx'
import { emailAlreadyKnown, linkRequested } from '#features/accounts/index.ts'
import { credentialIssued, credentialRevoked } from '#features/credentials/index.ts'
import { nominationAnswered, nominationShown } from '#features/nominations/index.ts'
import { invitationSent } from '#features/organizations/index.ts'
import { defineJob, type JobDefinition, listen } from '#kit/jobs.ts'
import { mailCredential } from './mail-credential.ts'
import { mailInvitation } from './mail-invitation.ts'
import { mailEmailAlreadyKnown, mailLink } from './mail-link.ts'
import { mailNomination, mailNominationAnswer } from './mail-nomination.ts'
import { mailRevocation } from './mail-revocation.ts'
import { sendMail, sendMailJob } from './send-mail.ts'

export const deliveryJobs: JobDefinition<Ctx>[] = [
  listen('delivery.mail-link', linkRequested, mailLink),
  listen('delivery.mail-email-already-known', emailAlreadyKnown, mailEmailAlreadyKnown),
  listen('delivery.mail-invitation', invitationSent, mailInvitation),
  listen('delivery.mail-credential', credentialIssued, mailCredential),
  listen('delivery.mail-revocation', credentialRevoked, mailRevocation),
  listen('delivery.mail-nomination', nominationShown, mailNomination),
  listen('delivery.mail-nomination-answer', nominationAnswered, mailNominationAnswer),
  // A mail server may be away for a night: twenty tries reach over half a day.
  defineJob<Ctx, typeof sendMailJob.schema>({ ...sendMailJob, handle: sendMail, retryLimit: 20 }),
]
