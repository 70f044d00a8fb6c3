import { z } from 'zod'
import { optional, text } from '#kit/fields.schema.ts'

// Messages are translation keys: `onboarding:fields.<key>`.
export const STEPS = ['group', 'badges', 'calendar', 'texts', 'jury'] as const
export type Step = (typeof STEPS)[number]
export const PARTS = ['lead', 'librarian', 'school-life', 'teacher', 'staff', 'pupil', 'parent', 'partner'] as const
export type Part = (typeof PARTS)[number]
export const MILESTONES = ['steering', 'information', 'opening', 'class-time', 'closing', 'jury', 'ceremony', 'review'] as const
export type MilestoneKind = (typeof MILESTONES)[number]
export const TEXTS = ['families', 'consent', 'pupils', 'staff', 'announcement', 'minutes'] as const
export type TextKind = (typeof TEXTS)[number]

export const SteeringFields = z.object({
  part: z.enum(PARTS, 'part_required'),
  personId: optional(z.guid()),
  name: text(120).default(''),
  function: text(120).default(''),
  address: optional(z.string().trim().toLowerCase().max(254, 'too_long').pipe(z.email('email_invalid'))),
})

const day = z.iso.date('day_invalid')
export const SchoolYear = z
  .string()
  .regex(/^\d{4}-\d{4}$/)
  .refine((value) => Number(value.slice(5)) === Number(value.slice(0, 4)) + 1)
type Days = Record<MilestoneKind, ReturnType<typeof optional<typeof day>>>

/** A day each, or nothing where the structure does without it. */
export const CalendarFields = z
  .object({ schoolYear: SchoolYear, days: z.object(Object.fromEntries(MILESTONES.map((kind) => [kind, optional(day)])) as Days) })
  .superRefine(({ schoolYear, days }, check) => {
    const [first, last] = [`${schoolYear.slice(0, 4)}-08-01`, `${schoolYear.slice(5)}-07-31`]
    for (const kind of MILESTONES) {
      const chosen = days[kind]
      if (chosen && day.safeParse(chosen).success && (chosen < first || chosen > last)) check.addIssue({ code: 'custom', message: 'day_outside_year', path: ['days', kind] })
    }
  })

export const ModelTextFields = z.object({ kind: z.enum(TEXTS), locale: z.enum(['fr', 'en']), body: text(12_000).min(20, 'body_required') })
