import { OpenBadgesError, unbake } from '@boat/openbadges'
import { EXIT, expectPositionals, type Io, Problem, readArgs, readInput, writeOutput } from '../io.ts'

/** `boat unbake <image>`: the credential as it is in the image. */
export async function unbakeCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { output: { type: 'string', short: 'o' } } as const)
  const [path = ''] = expectPositionals(positionals, 'an image')
  const image = await readInput(path, io)
  try {
    const found = unbake(image)
    if (!found) throw new Problem(`${path} holds no credential`)
    if (values.output === undefined) io.out(found.credential)
    else await writeOutput(values.output, found.credential)
    return EXIT.ok
  } catch (error) {
    if (error instanceof OpenBadgesError) throw new Problem(`${path}: ${error.message} [${error.code}]`)
    throw error
  }
}
