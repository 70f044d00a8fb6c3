import { z } from 'zod'
import { defineFact } from '#kit/facts.ts'

/** A teacher said « validé » or « à retravailler »: the pupil is told. */
export const attemptJudged = defineFact('attempt.judged', z.object({ attemptId: z.guid() }))

/** A teacher encouraged a pupil to begin: the pupil is told. */
export const practiceNudged = defineFact('practice.nudged', z.object({ periodId: z.guid(), personId: z.guid(), nudgedAt: z.iso.datetime() }))

/** One of two noted that they helped each other: the other one is asked. */
export const helpNoted = defineFact('help.noted', z.object({ helpId: z.guid() }))

/** Somebody has helped often enough for the badge of it: the teachers are told, and decide. */
export const helperReached = defineFact('helper.reached', z.object({ programmeId: z.guid(), personId: z.guid() }))
