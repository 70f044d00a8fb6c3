import { bake, type Inspection, OpenBadgesError } from '@boat/openbadges'
import { assertOther } from '../assert-other.ts'
import { EXIT, expectPositionals, type Io, Problem, readArgs, readInput, UsageProblem, writeOutput } from '../io.ts'
import { inspectOrRefuse } from './inspect.ts'

/** `boat bake <image> <credential> -o OUT`. */
export async function bakeCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { output: { type: 'string', short: 'o' } } as const)
  const [imagePath = '', credentialPath = ''] = expectPositionals(positionals, 'an image (PNG or SVG)', 'a credential (JSON or JWT)')
  if (!values.output) throw new UsageProblem('-o OUT is missing: where to write the image')
  await assertOther(values.output, [imagePath, credentialPath])
  const image = await readInput(imagePath, io)
  const credential = await readInput(credentialPath, io)
  const inspection = inspectOrRefuse(credential, credentialPath)
  assertCredential(inspection, credentialPath)
  try {
    await writeOutput(values.output, bake(image, Buffer.from(credential).toString('utf8').trim()))
  } catch (error) {
    if (error instanceof OpenBadgesError) throw new Problem(`${imagePath}: ${error.message} [${error.code}]`)
    throw error
  }
  const isSigned = inspection.format !== 'json' || inspection.proofs.length > 0 || inspection.credential?.badge !== undefined
  if (!isSigned) io.error(`boat bake: ${credentialPath} is not signed: nobody can verify it`)
  return EXIT.ok
}

function assertCredential({ baked, version, format, type }: Inspection, path: string): void {
  if (baked) throw new Problem(`${path} is an image; give the credential itself (boat unbake takes it out)`)
  // Before 3.0 the address of an assertion may be all that is baked.
  const isCredential = version !== 'unknown' || format === 'address' || type.includes('VerifiableCredential')
  if (!isCredential) throw new Problem(`${path} is no credential of Open Badges (see boat validate)`)
}
