import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { type JsonObject, OpenBadgesError } from '@boat/openbadges'
import { writeCell } from '../csv/write-cell.ts'
import { type Io, Problem, UsageProblem, whyUnreadable, whyUnwritable } from '../io.ts'
import { clean } from '../wrap.ts'
import { type IssueOptions, makeIssuer } from './make-issuer.ts'
import { type ListRow, readList } from './read-list.ts'
import { RowProblem, readRow } from './read-row.ts'
import { findIssued, makeMarkedId } from './row-marks.ts'

export type ListOptions = IssueOptions & {
  list: string
  folder: string
  /** What the files are called after their number. */
  extension: string
  markOf(row: ListRow): string
}

export type Counts = { issued: number; kept: number; replaced: number; failed: number }

/** One file for every row, and `results.csv`: row by row, nothing of a row is held when the next one is read. */
export async function issueList(options: ListOptions, io: Io): Promise<Counts> {
  const { list, folder } = options
  const counts: Counts = { issued: 0, kept: 0, replaced: 0, failed: 0 }
  const input = createReadStream(list)
  const rows = readList(guarded(input, list), list, (text) => io.error(clean(text)))
  // The header is read before anything is written.
  let next = await rows.next()
  const results = await openResults(join(folder, 'results.csv'))
  const issueRow = makeRowIssuer(options, counts)
  const progress = makeProgress(io, list, input)
  for (; !next.done; next = await rows.next()) {
    const row = next.value
    const known = row.cells.email || row.cells.id || ''
    try {
      const { id, file } = await issueRow(row)
      await results.write(String(row.line), known, row.cells.name ?? '', id, file, '')
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error
      counts.failed++
      io.error(clean(`${list}:${row.line}:${error.column}: ${error.message}`))
      await results.write(String(row.line), known, row.cells.name ?? '', '', '', `column ${error.column}: ${error.message}`)
    }
    await progress(counts)
  }
  await results.end()
  return counts
}

async function* guarded(input: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* input
  } catch (error) {
    throw new UsageProblem(whyUnreadable(path, error))
  }
}

async function openResults(path: string) {
  const stream = createWriteStream(path)
  const refuse = (error: unknown) => Promise.reject(new Problem(whyUnwritable(path, error)))
  await once(stream, 'open').catch(refuse)
  let failure: Error | undefined
  stream.on('error', (error) => {
    failure = error
  })
  const write = async (...cells: string[]) => {
    if (failure) await refuse(failure)
    if (!stream.write(`${cells.map(writeCell).join()}\n`)) await once(stream, 'drain').catch(refuse)
  }
  await write('line', 'recipient', 'name', 'id', 'file', 'problem')
  return { write, end: () => finished(stream.end()).catch(refuse) }
}

/** Issues one row, unless its file is there already. Throws RowProblem. */
function makeRowIssuer(options: ListOptions, counts: Counts): (row: ListRow) => Promise<{ id: string; file: string }> {
  const { folder, extension, now, markOf } = options
  const context = { achievement: options.achievement as unknown as JsonObject, now, makeSalt: () => randomBytes(16).toString('hex') }
  const issue = makeIssuer(options)
  // A number for each row, to find one that is there twice: some bytes each, whatever the row holds.
  const lines = new Map<number, number>()
  return async (row) => {
    const recipient = readRow(row, context)
    const mark = markOf(row)
    const earlier = lines.get(Number.parseInt(mark, 16))
    if (earlier !== undefined) throw new RowProblem(1, `the same row as line ${earlier}, not issued twice`)
    lines.set(Number.parseInt(mark, 16), row.line)
    const file = `${String(row.line - 1).padStart(6, '0')}.${extension}`
    const path = join(folder, file)
    const issuedBefore = findIssued(path, mark)
    if (issuedBefore !== undefined) {
      counts.kept++
      return { id: issuedBefore, file }
    }
    const id = makeMarkedId(mark)
    const content = await issue(id, recipient).catch((error: unknown) => {
      throw error instanceof OpenBadgesError ? new RowProblem(1, `${error.message} [${error.code}]`) : error
    })
    if (existsSync(path)) counts.replaced++
    writeNow(path, content)
    counts.issued++
    return { id, file }
  }
}

/** Nothing else waits in this program, and for small files this is twice as fast. */
function writeNow(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw new Problem(whyUnwritable(path, error))
  }
}

const BAR = 30

function makeProgress(io: Io, list: string, input: { bytesRead: number }): (counts: Counts) => Promise<void> {
  let size: number | undefined
  return async ({ issued, kept, failed }) => {
    const count = issued + kept + failed
    if (count % 100 !== 0) return
    size ??= (await stat(list)).size
    const part = size > 0 ? Math.min(1, input.bytesRead / size) : 0
    const filled = Math.round(part * BAR)
    io.progress(`[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${String(Math.floor(part * 100)).padStart(3)} %  ${count} rows${failed > 0 ? `, ${failed} wrong` : ''}`)
  }
}
