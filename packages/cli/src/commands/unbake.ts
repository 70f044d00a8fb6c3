import { OpenBadgesError, unbake } from '@boat/openbadges'
import { assertOther } from '../assert-other.ts'
import { EXIT, expectPositionals, type Io, Problem, readArgs, readInput, writeOutput } from '../io.ts'

/** `boat unbake <image>`: the credential as it is in the image. */
export async function unbakeCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { output: { type: 'string', short: 'o' } } as const)
  const [path = ''] = expectPositionals(positionals, 'an image')
  const credential = unbakeOrRefuse(await readInput(path, io), path)
  if (values.output === undefined) io.out(credential)
  else {
    await assertOther(values.output, [path])
    await writeOutput(values.output, credential)
  }
  return EXIT.ok
}

function unbakeOrRefuse(image: Uint8Array, path: string): string {
  try {
    const found = unbake(image)
    if (found) return found.credential
  } catch (error) {
    if (error instanceof OpenBadgesError) throw new Problem(`${path}: ${error.message} [${error.code}]`)
    throw error
  }
  throw new Problem(`${path} holds no credential`)
}
