import type { Ctx } from '#ctx'
import { accountClosed } from '#features/accounts/index.ts'
import { type JobDefinition, listen } from '#kit/jobs.ts'
import { forgetMember } from './group/forget-member.ts'

export const onboardingJobs: JobDefinition<Ctx>[] = [listen('onboarding.forget-member', accountClosed, forgetMember)]
