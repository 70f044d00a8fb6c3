import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Ctx } from '#ctx'
import { Refusal } from '#kit/errors.ts'
import { readForm, text } from '#kit/read-form.ts'
import { formAction, signedInCtx } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { refuse } from '../../passports.errors.ts'
import { type ImportInput, importBadge } from '../import-badge.ts'
import { getImport } from '../read-imports.ts'

const MOST = 40
const MAX_BYTES = 40 * 1024 * 1024

/** What became of one file or address, in the order in which they were given. */
export type ImportResult =
  | { given: string; outcome: 'added' | 'kept'; href: string; name: string | null; state: string | null }
  | { given: string; outcome: 'refused'; code: string; found: string | null }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return { title: translate(ctx.locale)('imports:import.title') }
}

/** Each by itself: one that is no badge does not keep the others out. */
export async function action({ context, request }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return formAction(new FormData(), async () => {
    const form = await readForm(request, MAX_BYTES)
    if (!form) throw refuse('nothing_given')
    return formAction(form, async () => {
      const files = form.getAll('files').filter((file): file is File => file instanceof File && (file.size > 0 || file.name !== ''))
      const lines = readLines(text(form, 'addresses'))
      if (files.length + lines.length === 0) throw refuse('nothing_given')
      if (files.length + lines.length > MOST) throw refuse('too_many_files', { most: MOST })
      const results: ImportResult[] = []
      for (const file of files) results.push(await bring(ctx, file.name, { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
      for (const line of lines)
        results.push(
          await bring(ctx, line.slice(0, 120), /^(?:https?:\/\/|[\w-]+\.[\w.-]+\/)/i.test(line) ? { address: line } : { fileName: 'badge.txt', bytes: Buffer.from(line) }),
        )
      return { results }
    })
  })
}

/** One address or compact JWT a line; a pasted JSON document is one thing, however many lines it has. */
function readLines(pasted: string): string[] {
  const trimmed = pasted.trim()
  if (trimmed.startsWith('{') || trimmed.startsWith('<')) return [trimmed]
  return [...new Set(trimmed.split(/\s+/).filter(Boolean))]
}

async function bring(ctx: Ctx, given: string, input: ImportInput): Promise<ImportResult> {
  try {
    const imported = await importBadge(ctx, input)
    if ('credentialId' in imported) return { given, outcome: 'kept', href: `/me/badges/${imported.credentialId}`, name: null, state: null }
    const { summary, state } = await getImport(ctx, imported.importedId)
    return { given, outcome: imported.kept ? 'kept' : 'added', href: `/me/imports/${imported.importedId}`, name: summary.name, state }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 429) throw error
    return { given, outcome: 'refused', code: error.code, found: (error.detail?.found as string | undefined) ?? null }
  }
}
