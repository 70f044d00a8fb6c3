// What was typed, ticked, pasted or uploaded → the rows of a batch.

import { z } from 'zod'
import { parseRecipients } from '#features/organizations/index.ts'
import type { PrepareInput } from '../batches/prepare-batch.ts'
import { refuse } from '../credentials.errors.ts'
import { lastMomentOf } from './days.ts'

export const WAYS = ['person', 'cohort', 'list'] as const
export type Way = (typeof WAYS)[number]
type Rows = z.input<typeof PrepareInput>['rows']

export async function readRows(form: FormData): Promise<Rows> {
  const shared = { narrative: text(form, 'narrative'), evidenceUrl: text(form, 'evidenceUrl') }
  const rows = await READERS[text(form, 'to') as Way]?.(form)
  if (!rows) throw refuse('batch_empty')
  return rows.map((row) => ({ ...row, narrative: row.narrative || shared.narrative, evidenceUrl: row.evidenceUrl || shared.evidenceUrl }))
}

const READERS: Record<Way, (form: FormData) => Promise<Rows>> = {
  person: async (form) => {
    const [name, email] = [text(form, 'name'), text(form, 'email')]
    if (!name && !email) throw refuse('nobody_named')
    return [{ name, email }]
  },
  cohort: async (form) => {
    const rows = form.getAll('personId').map((personId) => ({ personId: String(personId) }))
    if (rows.length === 0) throw refuse('nobody_ticked')
    return rows
  },
  list: async (form) => {
    const file = form.get('file')
    const pasted = text(form, 'list')
    if (file instanceof File && file.size > 0) return fromPreview(parseRecipients(new Uint8Array(await file.arrayBuffer()), { fileName: file.name }))
    if (!pasted) throw refuse('list_empty')
    return fromPreview(parseRecipients(pasted))
  },
}

const fromPreview = ({ rows }: ReturnType<typeof parseRecipients>): Rows =>
  rows.map(({ line, values, problems }) => ({
    line,
    name: values.name ?? [values.givenName, values.familyName].filter(Boolean).join(' '),
    email: values.email,
    evidenceUrl: values.evidence,
    narrative: values.narrative,
    level: values.level,
    validUntil: values.validUntil && lastMomentOf(values.validUntil),
    problems: problems.map(({ code, severity, column, value }) => ({ code, severity, column, ...(value !== undefined && { value: value.slice(0, 200) }) })),
  }))

export function readExpiry(form: FormData): Date | undefined {
  const day = text(form, 'validUntil')
  if (day === '') return undefined
  if (!z.iso.date().safeParse(day).success) throw refuse('valid_until_invalid')
  return lastMomentOf(day)
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
