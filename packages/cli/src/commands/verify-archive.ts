import { OpenBadgesError, type OpenedArchive, openArchive, type VerificationReport, type VerifyOptions, verifyCredential } from '@boat/openbadges'
import { unzipSync } from 'fflate'
import { EXIT_OF, type Io, Problem } from '../io.ts'
import { printFacts, wrap } from '../wrap.ts'

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

export function openOrRefuse(bytes: Uint8Array, source: string): OpenedArchive {
  try {
    return openArchive(bytes, { unzip: unzipSync })
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error
    const advice = error.code === 'not_an_archive' ? '; unpack it, and verify its badges one by one' : ''
    throw new Problem(`${source}: ${error.message} [${error.code}]${advice}`)
  }
}

type Outcome = VerificationReport['outcome']
type Verified = OpenedArchive['manifest']['badges'][number] & Pick<VerificationReport, 'outcome' | 'version' | 'checks'>
type Options = VerifyOptions & { now: Date; isAsked: boolean; json: boolean }

/** Every badge of an archive, and whether its files are those that were written. */
export async function reportArchive(archive: OpenedArchive, { isAsked, json, ...options }: Options, io: Io): Promise<number> {
  const { manifest, problems } = archive
  const badges: Verified[] = []
  for (const badge of manifest.badges) {
    io.progress(`${badges.length + 1} of ${manifest.badges.length}`)
    const bytes = archive.read(badge.path)
    if (!bytes) continue
    const { outcome, version, checks } = await verifyCredential(bytes, options)
    badges.push({ ...badge, outcome, version, checks })
  }
  const outcome = worstOf([...badges.map((badge) => badge.outcome), ...problems.map(({ code }): Outcome => (code === 'unlisted' ? 'verified' : 'not-verified'))])
  const facts = { madeAt: manifest.madeAt, platform: manifest.platform.url, asOf: options.now.toISOString(), keys: isAsked ? 'asked' : 'archive' } as const
  if (json) io.out(JSON.stringify({ outcome, archive: facts, problems, badges: badges.map(({ path, kind, name, ...rest }) => ({ path, kind, name, ...rest })) }, null, 2))
  else io.out(print({ outcome, facts, problems, badges, files: Object.keys(manifest.files).length }, io))
  return EXIT_OF[outcome]
}

const worstOf = (outcomes: Outcome[]): Outcome => (outcomes.includes('not-verified') ? 'not-verified' : outcomes.includes('undetermined') ? 'undetermined' : 'verified')

const LOOKS = {
  verified: ['green', 'VERIFIED', '✓'],
  'not-verified': ['red', 'NOT VERIFIED', '✗'],
  undetermined: ['yellow', 'UNDETERMINED: something could not be checked', '?'],
} as const

type Printed = { outcome: Outcome; facts: Record<'madeAt' | 'platform' | 'asOf' | 'keys', string>; problems: OpenedArchive['problems']; badges: Verified[]; files: number }

function print({ outcome, facts, problems, badges, files }: Printed, { paint }: Pick<Io, 'paint'>): string {
  const [colour, title] = LOOKS[outcome]
  const lines = badges.flatMap((badge) => printBadge(badge, paint))
  const bad = problems.map(({ code, path }) => paint(code === 'unlisted' ? 'yellow' : 'red', wrap(code === 'unlisted' ? '! ' : '✗ ', `${path}: ${SAY[code]}`)))
  const count = (of: Outcome) => badges.filter((badge) => badge.outcome === of).length
  const sums = `${count('verified')} verified, ${count('not-verified')} not verified, ${count('undetermined')} undetermined, as of ${facts.asOf}.`
  const trust =
    facts.keys === 'asked'
      ? 'The keys and status lists are those that were asked for now.'
      : "The issuers' keys and status lists are those that the archive brings: whoever made it is trusted for them. --online asks the issuers."
  return [
    paint(colour, title),
    '',
    ...printFacts(
      [
        ['Archive of', facts.platform],
        ['Made', facts.madeAt],
        ['Files', bad.length === 0 ? `${files}, all as they were written` : String(files)],
      ],
      '  ',
    ),
    '',
    ...lines,
    ...bad,
    ...(lines.length + bad.length > 0 ? [''] : []),
    wrap('', sums),
    ...(badges.length > 0 ? [wrap('', trust)] : []),
  ].join('\n')
}

const SAY = { missing: 'is missing', altered: 'is not as it was written', unlisted: 'is not of the archive' } as const

function printBadge({ outcome, name, path, checks }: Verified, paint: Io['paint']): string[] {
  const [colour, , mark] = LOOKS[outcome]
  const why = checks.filter((check) => check.outcome === 'failed' || check.outcome === 'undetermined')
  return [
    paint(colour, wrap(`${mark} `, name)),
    paint('dim', wrap('  ', path)),
    ...why.map(({ check, outcome, code }) => wrap('  ', `${check} ${outcome}${code ? `: ${code}` : ''}`)),
  ]
}
