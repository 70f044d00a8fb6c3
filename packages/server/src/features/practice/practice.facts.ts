import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** A teacher said « validé » or « à retravailler »: the pupil is told. */
export const attemptJudged = defineFact('attempt.judged', z.object({ attemptId: z.guid() }))

/** A teacher encouraged a pupil to begin: the pupil is told. */
export const practiceNudged = defineFact('practice.nudged', z.object({ periodId: z.guid(), personId: z.guid(), nudgedAt: z.iso.datetime() }))
