import type { Check, VerificationReport } from '@boat/openbadges'
import { inspectCredential } from '@boat/openbadges'

const MARKS = { passed: '✓', failed: '✗', skipped: '–', undetermined: '?' } as const
const TITLES = {
  verified: 'VERIFIED',
  'not-verified': 'NOT VERIFIED',
  undetermined: 'UNDETERMINED: something could not be checked',
} as const

/** A report for a person to read: the verdict, the badge, every step. */
export function printReport(report: VerificationReport): string {
  const lines: string[] = [TITLES[report.outcome], '', ...describe(report), '']
  for (const check of report.checks) lines.push(printCheck(check))
  for (const { code, detail } of report.warnings) lines.push(`! ${code}${detail ? `: ${detail}` : ''}`)
  return lines.join('\n')
}

function printCheck({ check, outcome, code, detail }: Check): string {
  const why = [code, detail].filter((part) => part !== undefined).join(': ')
  return `${MARKS[outcome]} ${check.padEnd(12)} ${outcome}${why ? ` (${clean(why)})` : ''}`
}

function describe({ credential, version }: VerificationReport): string[] {
  if (!credential) return []
  const { name, issuer, validFrom, validUntil } = inspectCredential(credential)
  const badge = credential.badge as { name?: string; issuer?: { name?: string; id?: string } } | undefined
  const facts = [
    ['Open Badges', version],
    ['Badge', name ?? badge?.name],
    ['Issuer', issuer ? [issuer.name, issuer.id].filter(Boolean).join(', ') : [badge?.issuer?.name, badge?.issuer?.id].filter(Boolean).join(', ') || undefined],
    ['From', validFrom],
    ['Until', validUntil],
  ]
  return facts.filter(([, value]) => value !== undefined).map(([label, value]) => `  ${String(label).padEnd(12)}${clean(String(value))}`)
}

/** Control characters of a foreign document must not drive the terminal. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
}
