import { z } from 'zod'
import { optional, text } from '#kit/fields.schema.ts'

// Messages are translation keys: `practice:fields.<key>`.
const day = z.iso.date('date_required')

export const MAX_BADGES = 40
export const MAX_PERIODS = 12
/** Badges to pass in one period. */
const count = z.coerce.number({ error: 'count_invalid' }).int('count_invalid').min(0, 'count_invalid').max(MAX_BADGES, 'count_invalid')

export const PeriodInput = z
  .object({ periodId: z.guid().optional(), name: text(60).min(1, 'name_required'), startsOn: day, endsOn: day, required: count })
  // A day that is missing is said as such.
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, { path: ['endsOn'], error: 'ends_before_it_starts' })

export const ProgrammeInput = z.object({
  organizationId: z.guid(),
  name: text(120).min(3, 'name_required'),
  description: text(2000).default(''),
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/, 'school_year_invalid'),
  /** In the order in which they are shown. */
  badges: z
    .array(z.object({ achievementId: z.guid(), requiredIds: z.array(z.guid()).default([]) }))
    .min(1, 'badges_required')
    .max(MAX_BADGES, 'too_many_badges'),
  periods: z.array(PeriodInput).min(1, 'periods_required').max(MAX_PERIODS, 'too_many_periods'),
  cohortIds: z.array(z.guid()).default([]),
  /** Whoever creates it teaches in it as well. */
  teacherIds: z.array(z.guid()).default([]),
})
export const ProgrammeChanges = ProgrammeInput.omit({ organizationId: true }).extend({ programmeId: z.guid() })

export const ExceptionInput = z
  .object({ periodId: z.guid(), personId: z.guid(), required: optional(count), endsOn: optional(day), reason: text(300).min(3, 'reason_required') })
  .refine(({ required, endsOn }) => required !== undefined || endsOn !== undefined, { path: ['required'], error: 'exception_empty' })

export const SELF_ASSESSMENTS = ['not-yet', 'almost', 'yes'] as const
export type SelfAssessment = (typeof SELF_ASSESSMENTS)[number]
const Which = z.object({ programmeId: z.guid(), achievementId: z.guid() })
export const ReadyInput = Which.extend({
  selfAssessment: optional(z.enum(SELF_ASSESSMENTS, 'self_assessment_invalid')),
  /** Of what waited on a phone: sent twice, even after a verdict, it is the same attempt. */
  key: optional(z.guid()),
})

export const VERDICTS = ['passed', 'to-rework'] as const
export type Verdict = (typeof VERDICTS)[number]
export const VerdictInput = Which.extend({
  personId: z.guid(),
  /** What was waiting on the screen; absent for a pupil at the desk who had not asked. */
  attemptId: optional(z.guid()),
  verdict: z.enum(VERDICTS, 'verdict_required'),
  remarkIds: z.array(z.guid()).max(10, 'too_many_remarks').default([]),
  advice: text(600).default(''),
  levelId: optional(text(60)),
  /** The same verdict sent twice is one. */
  key: optional(z.guid()),
  /** When it was said, on a device whose line was down. */
  judgedAt: optional(z.coerce.date()),
})

export const RemarkInput = z.object({
  organizationId: z.guid(),
  achievementId: z.guid(),
  text: text(200).min(3, 'remark_required'),
  /** What to redo. */
  resourceId: optional(z.guid()),
})
export const RemarkChanges = RemarkInput.extend({ remarkId: z.guid() })

export type CellState = 'none' | 'ready' | 'to-rework' | 'passed'
