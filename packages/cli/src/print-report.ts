import type { Check, VerificationReport } from '@boat/openbadges'
import { inspectCredential } from '@boat/openbadges'
import type { Colour, Io } from './io.ts'
import { nameBadge } from './name-badge.ts'
import { printFacts, wrap } from './wrap.ts'

const MARKS = { passed: '✓', failed: '✗', skipped: '–', undetermined: '?' } as const
const COLOURS: Record<Check['outcome'], Colour> = { passed: 'green', failed: 'red', skipped: 'dim', undetermined: 'yellow' }
const TITLES = {
  verified: ['green', 'VERIFIED'],
  'not-verified': ['red', 'NOT VERIFIED'],
  undetermined: ['yellow', 'UNDETERMINED: something could not be checked'],
} as const

/** A report for a person to read: the verdict, the badge, every step. */
export function printReport(report: VerificationReport, { paint }: Pick<Io, 'paint'>): string {
  const [colour, title] = TITLES[report.outcome]
  const checks = report.checks.map((check) => paint(COLOURS[check.outcome], printCheck(check)))
  const warnings = report.warnings.map(({ code, detail }) => wrap('! ', [code, detail].filter(Boolean).join(': ')))
  return [paint(colour, title), '', ...describe(report), ...checks, ...warnings].join('\n')
}

function printCheck({ check, outcome, code, detail }: Check): string {
  const first = `${MARKS[outcome]} ${check.padEnd(13)}`
  const why = code === undefined ? outcome : `${outcome}: ${code}`
  return detail ? `${first}${why}\n${wrap(' '.repeat(first.length), detail)}` : `${first}${why}`
}

function describe({ credential, version }: VerificationReport): string[] {
  if (!credential) return []
  const inspection = inspectCredential(credential)
  const { validFrom, validUntil } = inspection
  const facts: [string, string | undefined][] = [['Open Badges', version], ...nameBadge(inspection), ['From', validFrom], ['Until', validUntil]]
  return [...printFacts(facts, '  '), '']
}
