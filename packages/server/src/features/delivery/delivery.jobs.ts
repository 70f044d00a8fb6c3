import { z } from 'zod'
import type { Ctx } from '#ctx'
import { accountClosed, emailAlreadyKnown, linkRequested } from '#features/accounts/index.ts'
import { ceremonyForgotten, ceremonyPublished } from '#features/ceremonies/index.ts'
import { credentialIssued, credentialRevoked } from '#features/credentials/index.ts'
import { departureConfirmed, departureDeclined, departureRequested } from '#features/departures/index.ts'
import { endorsementRequested, endorsementSigned, endorsementWithdrawn } from '#features/endorsements/index.ts'
import { consentChanged } from '#features/guardians/index.ts'
import { juryClosed, juryOpened } from '#features/juries/index.ts'
import { nominationAnswered, nominationShown, voiceRead, voiceWaiting } from '#features/nominations/index.ts'
import { invitationSent } from '#features/organizations/index.ts'
import { congratulated, importChanged } from '#features/passports/index.ts'
import { attemptJudged, helperReached, helpNoted, practiceNudged } from '#features/practice/index.ts'
import { defineJob, type JobDefinition, listen } from '#kit/jobs.ts'
import { forgetPerson } from './forget-person.ts'
import { mailCredential } from './mail-credential.ts'
import { mailEndorsement, mailEndorsementRequest } from './mail-endorsement.ts'
import { mailInvitation } from './mail-invitation.ts'
import { mailJury } from './mail-jury.ts'
import { mailEmailAlreadyKnown, mailLink } from './mail-link.ts'
import { mailNomination, mailNominationAnswer } from './mail-nomination.ts'
import { mailRevocation } from './mail-revocation.ts'
import { forgetNotices } from './notices/list-notices.ts'
import { tellOfVerdict } from './notices/tell-of-attempts.ts'
import { tellOfForgottenCeremony, tellOfPublishedCeremony } from './notices/tell-of-ceremonies.ts'
import { tellOfCongratulation } from './notices/tell-of-congratulations.ts'
import { tellOfConsent } from './notices/tell-of-consent.ts'
import { tellOfIssue, tellOfRevocation } from './notices/tell-of-credentials.ts'
import { tellOfDecline, tellOfMove, tellOfRequest } from './notices/tell-of-departures.ts'
import { tellOfEndorsement, tellOfEndorsementRequest, tellOfWithdrawnEndorsement } from './notices/tell-of-endorsements.ts'
import { tellOfHelp, tellOfHelper } from './notices/tell-of-helps.ts'
import { tellOfImport } from './notices/tell-of-imports.ts'
import { tellOfJury, tellOfMinutes } from './notices/tell-of-juries.ts'
import { tellOfAnswer, tellOfNomination, tellOfReading, tellOfWaitingVoice } from './notices/tell-of-nominations.ts'
import { tellOfNudge } from './notices/tell-of-nudges.ts'
import { sendMail, sendMailJob } from './send-mail.ts'

export const deliveryJobs: JobDefinition<Ctx>[] = [
  listen('delivery.mail-link', linkRequested, mailLink),
  listen('delivery.mail-email-already-known', emailAlreadyKnown, mailEmailAlreadyKnown),
  listen('delivery.mail-invitation', invitationSent, mailInvitation),
  listen('delivery.mail-credential', credentialIssued, mailCredential),
  listen('delivery.mail-revocation', credentialRevoked, mailRevocation),
  listen('delivery.mail-nomination', nominationShown, mailNomination),
  listen('delivery.mail-nomination-answer', nominationAnswered, mailNominationAnswer),
  listen('delivery.mail-jury', juryOpened, mailJury),
  listen('delivery.tell-of-jury', juryOpened, tellOfJury),
  listen('delivery.tell-of-minutes', juryClosed, tellOfMinutes),
  listen('delivery.tell-of-issue', credentialIssued, tellOfIssue),
  listen('delivery.tell-of-revocation', credentialRevoked, tellOfRevocation),
  listen('delivery.tell-of-verdict', attemptJudged, tellOfVerdict),
  listen('delivery.tell-of-consent', consentChanged, tellOfConsent),
  listen('delivery.tell-of-nomination', nominationShown, tellOfNomination),
  listen('delivery.tell-of-answer', nominationAnswered, tellOfAnswer),
  listen('delivery.tell-of-waiting-voice', voiceWaiting, tellOfWaitingVoice),
  listen('delivery.tell-of-reading', voiceRead, tellOfReading),
  listen('delivery.tell-of-help', helpNoted, tellOfHelp),
  listen('delivery.tell-of-helper', helperReached, tellOfHelper),
  listen('delivery.tell-of-departure-request', departureRequested, tellOfRequest),
  listen('delivery.tell-of-move', departureConfirmed, tellOfMove),
  listen('delivery.tell-of-departure-decline', departureDeclined, tellOfDecline),
  listen('delivery.tell-of-forgotten-ceremony', ceremonyForgotten, tellOfForgottenCeremony),
  listen('delivery.tell-of-published-ceremony', ceremonyPublished, tellOfPublishedCeremony),
  listen('delivery.tell-of-nudge', practiceNudged, tellOfNudge),
  listen('delivery.tell-of-import', importChanged, tellOfImport),
  listen('delivery.tell-of-congratulation', congratulated, tellOfCongratulation),
  listen('delivery.mail-endorsement-request', endorsementRequested, mailEndorsementRequest),
  listen('delivery.mail-endorsement', endorsementSigned, mailEndorsement),
  listen('delivery.tell-of-endorsement-request', endorsementRequested, tellOfEndorsementRequest),
  listen('delivery.tell-of-endorsement', endorsementSigned, tellOfEndorsement),
  listen('delivery.tell-of-withdrawn-endorsement', endorsementWithdrawn, tellOfWithdrawnEndorsement),
  listen('delivery.forget-person', accountClosed, forgetPerson),
  defineJob({ name: 'delivery.forget-notices', schema: z.unknown(), cron: '23 3 * * *', handle: forgetNotices }),
  // A mail server may be away for a night: twenty tries reach over half a day.
  defineJob<Ctx, typeof sendMailJob.schema>({ ...sendMailJob, handle: sendMail, retryLimit: 20 }),
]
