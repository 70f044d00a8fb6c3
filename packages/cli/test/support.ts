import { run } from '../src/boat.ts'
import type { Io } from '../src/io.ts'

/** Runs one command line without a terminal, and gives all that it printed. */
export async function boat(args: string[], given: { stdin?: string | Uint8Array; env?: Io['env'] } = {}) {
  const output = { out: '', error: '' }
  const line = (text: string) => (text.endsWith('\n') ? text : `${text}\n`)
  const code = await run(args, {
    out: (text) => {
      output.out += line(text)
    },
    error: (text) => {
      output.error += line(text)
    },
    progress: () => {},
    paint: (_, text) => text,
    readStdin: async () => (typeof given.stdin === 'object' ? given.stdin : new TextEncoder().encode(given.stdin ?? '')),
    env: given.env ?? {},
    now: () => new Date('2026-11-23T12:00:00Z'),
  })
  return { code, ...output }
}
