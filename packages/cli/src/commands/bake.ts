import { bake, OpenBadgesError } from '@boat/openbadges'
import { EXIT, expectPositionals, type Io, Problem, readArgs, readInput, UsageProblem, writeOutput } from '../io.ts'
import { inspectOrRefuse } from './inspect.ts'

/** `boat bake <image> <credential> -o OUT`. */
export async function bakeCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { output: { type: 'string', short: 'o' } } as const)
  const [imagePath = '', credentialPath = ''] = expectPositionals(positionals, 'an image (PNG or SVG)', 'a credential (JSON or JWT)')
  if (values.output === undefined) throw new UsageProblem('-o OUT is missing: where to write the image')
  const image = await readInput(imagePath, io)
  const credential = await readInput(credentialPath, io)
  if (inspectOrRefuse(credential, credentialPath).baked) throw new Problem(`${credentialPath} is an image; give the credential itself (boat unbake takes it out)`)
  try {
    await writeOutput(values.output, bake(image, Buffer.from(credential).toString('utf8').trim()))
    return EXIT.ok
  } catch (error) {
    if (error instanceof OpenBadgesError) throw new Problem(`${imagePath}: ${error.message} [${error.code}]`)
    throw error
  }
}
