import { z } from 'zod'
import { ProfileRef } from './profile.ts'
import { Alignment, IdentifierEntry, IdentityObject, Image, oneOrMany, Text, typeWith, Uri } from './shared.ts'

/** How the achievement is earned: a page (`id`), words (`narrative`, Markdown), or both. */
export const Criteria = z.looseObject({ id: Uri.optional(), narrative: Text.optional() })

/** @see https://www.imsglobal.org/spec/ob/v3p0/#rubriccriterionlevel */
export const RubricCriterionLevel = z.looseObject({
  id: Uri,
  type: typeWith('RubricCriterionLevel'),
  name: Text,
  alignment: oneOrMany(Alignment).optional(),
  description: Text.optional(),
  level: z.string().optional(),
  points: z.string().optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#resultdescription */
export const ResultDescription = z.looseObject({
  id: Uri,
  type: typeWith('ResultDescription'),
  name: Text,
  resultType: z.string(),
  alignment: oneOrMany(Alignment).optional(),
  allowedValue: oneOrMany(z.string()).optional(),
  requiredLevel: z.string().optional(),
  requiredValue: z.string().optional(),
  rubricCriterionLevel: oneOrMany(RubricCriterionLevel).optional(),
  valueMax: z.string().optional(),
  valueMin: z.string().optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#related */
export const Related = z.looseObject({
  id: Uri,
  type: typeWith('Related'),
  inLanguage: z.string().optional(),
  version: z.string().optional(),
})

/**
 * What can be recognised: the badge itself, apart from any recipient.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievement
 */
export const Achievement = z.looseObject({
  id: Uri,
  type: typeWith('Achievement'),
  name: Text,
  description: Text,
  criteria: Criteria,
  achievementType: z.string().optional(),
  alignment: oneOrMany(Alignment).optional(),
  creator: ProfileRef.optional(),
  creditsAvailable: z.number().optional(),
  endorsement: oneOrMany(z.looseObject({})).optional(),
  endorsementJwt: oneOrMany(z.string()).optional(),
  fieldOfStudy: Text.optional(),
  humanCode: Text.optional(),
  image: z.union([Uri, Image]).optional(),
  inLanguage: z.string().optional(),
  otherIdentifier: oneOrMany(IdentifierEntry).optional(),
  related: oneOrMany(Related).optional(),
  resultDescription: oneOrMany(ResultDescription).optional(),
  specialization: Text.optional(),
  tag: oneOrMany(Text).optional(),
  version: Text.optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#result */
export const Result = z.looseObject({
  type: typeWith('Result'),
  achievedLevel: z.string().optional(),
  alignment: oneOrMany(Alignment).optional(),
  resultDescription: z.string().optional(),
  status: z.enum(['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew']).optional(),
  value: Text.optional(),
})

/**
 * Who achieved what. Identified by `id`, by `identifier`, or both (checked by `verifyCredential`).
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementsubject
 */
export const AchievementSubject = z.looseObject({
  id: Uri.optional(),
  type: typeWith('AchievementSubject'),
  achievement: Achievement,
  identifier: oneOrMany(IdentityObject).optional(),
  activityStartDate: z.string().optional(),
  activityEndDate: z.string().optional(),
  creditsEarned: z.number().optional(),
  image: z.union([Uri, Image]).optional(),
  licenseNumber: z.string().optional(),
  narrative: Text.optional(),
  result: oneOrMany(Result).optional(),
  role: Text.optional(),
  source: ProfileRef.optional(),
  term: Text.optional(),
})

export type Criteria = z.infer<typeof Criteria>
export type RubricCriterionLevel = z.infer<typeof RubricCriterionLevel>
export type ResultDescription = z.infer<typeof ResultDescription>
export type Achievement = z.infer<typeof Achievement>
export type Result = z.infer<typeof Result>
export type AchievementSubject = z.infer<typeof AchievementSubject>
