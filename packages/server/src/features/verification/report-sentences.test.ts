import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FOUND } from './browser/recognize-document.ts'
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

const report = readFileSync(new URL('../../../../openbadges/src/verify/report.ts', import.meta.url), 'utf8')

/** The members of a union type of the package, as it is written there. */
function membersOf(type: string): string[] {
  const union = new RegExp(`export type ${type} =([^]*?)(?:\\n\\n|\\nexport)`).exec(report)![1]!
  return [...union.replaceAll(/\/\/.*$/gm, '').matchAll(/'([^']+)'/g)].map(([, member]) => member!)
}

const languages = [
  ['French', fr],
  ['English', en],
] as const

test.each(languages)('every finding of a check has its sentences in %s: what was found, what it means, what to do', (_, words) => {
  const codes = membersOf('CheckCode')
  expect(codes.length).toBeGreaterThan(40)
  const sentences = words.codes as Record<string, Record<string, string>>
  expect(codes.filter((code) => !['found', 'means', 'advice'].every((part) => sentences[code]?.[part]))).toEqual([])
  expect(Object.keys(sentences).filter((code) => !codes.includes(code))).toEqual([])
})

test.each(languages)('every check, outcome, version and warning has its words in %s', (_, words) => {
  const checks = words.checks as Record<string, { label?: string; skipped?: string; passed?: object }>
  expect(membersOf('CheckName').filter((name) => !checks[name]?.label || !checks[name]?.skipped || !checks[name]?.passed)).toEqual([])
  expect(membersOf('CheckOutcome').filter((outcome) => !(outcome in words.outcome))).toEqual([])
  expect(membersOf('OpenBadgesVersion').filter((version) => !(version.replace('.', '_') in words.version))).toEqual([])
  expect(membersOf('WarningCode').filter((code) => !(code in words.warnings))).toEqual([])
  expect(FOUND.filter((kind) => !(kind in words.found))).toEqual([])
})
