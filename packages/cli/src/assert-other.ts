import { realpath } from 'node:fs/promises'
import { UsageProblem } from './io.ts'

/** What is read is never written over. */
export async function assertOther(output: string, inputs: string[]): Promise<void> {
  const target = await realpath(output).catch(() => undefined)
  for (const input of inputs) {
    if (target !== undefined && target === (await realpath(input).catch(() => undefined))) {
      throw new UsageProblem(`-o ${output} would overwrite what is read; choose another name`)
    }
  }
}
