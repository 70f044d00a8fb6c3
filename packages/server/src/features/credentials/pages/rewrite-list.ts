import type { Ctx } from '#ctx'
import { refuse } from '#kit/errors.ts'
import { type Batch, getBatch } from '../batches/get-batch.ts'
import { toDay } from './days.ts'

const HEADER = { fr: 'Nom complet;Courriel;Preuve;Récit;Valable jusqu’au;Niveau du badge', en: 'Full name;E-mail;Evidence;Narrative;Valid until;Badge level' }

/** The list of a batch as a text that can be corrected and read again; what was refused is there as it was typed. */
export async function rewriteList(ctx: Ctx, organizationId: string, batchId: string): Promise<string> {
  const batch = await getBatch(ctx, batchId)
  if (batch.organizationId !== organizationId) throw refuse('not_found')
  return [HEADER[ctx.locale], ...batch.rows.map(writeRow), ''].join('\n')
}

function writeRow(row: Batch['rows'][number]): string {
  const typed = (code: string) => row.problems.find((problem) => problem.code === code)?.value
  const until = typed('valid_until_invalid') ?? (row.validUntil && toDay(row.validUntil)) ?? ''
  const cells = [row.name, row.email ?? typed('email_invalid') ?? '', row.evidenceUrl ?? typed('evidence_invalid') ?? '', row.narrative ?? '', until, row.level ?? '']
  return cells.map(writeCell).join(';')
}

const writeCell = (text: string): string => (/[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
