import { z } from 'zod'

export const MAX_NARRATIVE = 2000
/** More than this in one list is a mistake, or several batches. */
export const MAX_ROWS = 10_000

const EvidenceUrl = z.url({ protocol: /^https?$/ }).max(2048)
const Narrative = z.string().trim().max(MAX_NARRATIVE)

/** Who receives, and what is said of it. Somebody is known by person, by address, or only by a name on a paper card. */
export const Recipient = z.object({
  personId: z.guid().optional(),
  name: z.string().trim().max(200).default(''),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)).optional(),
  evidenceUrl: EvidenceUrl.optional(),
  narrative: Narrative.optional(),
  validUntil: z.coerce.date().optional(),
  /** For a badge that has levels, the one that was reached. */
  levelId: z.string().max(60).optional(),
})

export const IssueInput = z.object({
  versionId: z.guid(),
  /** Who gives it, when it is not who defined it: a structure that adopted the badge. */
  organizationId: z.guid().optional(),
  recipients: z.array(
    Recipient.extend({
      /** The same key gives the same credential. Default: the badge version and who the recipient is. */
      idempotencyKey: z.string().min(1).max(200).optional(),
    }),
  ),
  batchId: z.guid().optional(),
})

/** What is wrong with a row, and where it was written. An `error` excludes the row, a `warning` is only told. */
export const RowProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  column: z.string().optional(),
  value: z.string().optional(),
})

/** A row as it was typed, pasted or picked: it may be wrong, and then says so instead of being refused. */
export const BatchRowInput = z.object({
  personId: z.guid().optional(),
  name: z.string().trim().default(''),
  email: z.string().trim().optional(),
  evidenceUrl: z.string().trim().optional(),
  narrative: z.string().trim().optional(),
  validUntil: z.coerce.date().optional(),
  /** The level as it was written: its id or its name. */
  level: z.string().trim().max(200).optional(),
  /** Its line in the file or the pasted text. */
  line: z.number().int().positive().optional(),
  problems: z.array(RowProblem).default([]),
})

export const PrepareBatchInput = z.object({
  organizationId: z.guid(),
  versionId: z.guid(),
  rows: z.array(BatchRowInput),
  /** For the rows that give none of their own. */
  validUntil: z.coerce.date().optional(),
  level: z.string().trim().max(200).optional(),
})

export const RevokeInput = z.object({ credentialId: z.guid(), reason: z.string().trim().min(3, 'reason').max(1000) })
export const RespondInput = z.object({ credentialId: z.guid(), response: z.enum(['accepted', 'declined']) })
export const ShareInput = z.object({ credentialId: z.guid(), isShared: z.boolean() })

export const ROW_STATES = ['pending', 'issued', 'already-held', 'failed', 'excluded'] as const
export const CREDENTIAL_STATES = ['valid', 'expired', 'revoked'] as const

const count = z.number().int().nonnegative()
const time = z.iso.datetime().nullable()

/** A batch as the API tells it. */
export const BatchView = z
  .object({
    batchId: z.guid(),
    organizationId: z.guid(),
    versionId: z.guid(),
    validUntil: time,
    createdAt: z.iso.datetime(),
    confirmedAt: time,
    /** Null while rows are pending. */
    finishedAt: time,
    counts: z.object({ total: count, pending: count, issued: count, 'already-held': count, failed: count, excluded: count }),
    rows: z
      .array(
        z.object({
          position: count,
          line: count.nullable(),
          personId: z.guid().nullable(),
          name: z.string(),
          email: z.string().nullable(),
          evidenceUrl: z.string().nullable(),
          narrative: z.string().nullable(),
          /** The id of the level; what was written, when the badge has no such level. */
          level: z.string().nullable(),
          validUntil: time,
          state: z.enum(ROW_STATES),
          problems: z.array(RowProblem),
          credentialId: z.guid().nullable(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'IssueBatch' })

export type Recipient = z.output<typeof Recipient>
export type RowProblem = z.output<typeof RowProblem>
export type BatchRow = z.output<typeof BatchRowInput>
export type RowState = (typeof ROW_STATES)[number]
export type CredentialState = (typeof CREDENTIAL_STATES)[number]
