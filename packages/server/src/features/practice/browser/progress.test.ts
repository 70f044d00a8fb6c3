import { expect, test } from 'vitest'
import { currentPeriod, type Period, progressOf } from './progress.ts'

const AUTUMN: Period = { periodId: 'autumn', name: '1er trimestre', startsOn: '2026-09-01', endsOn: '2026-12-18', required: 2 }
const WINTER: Period = { periodId: 'winter', name: '2e trimestre', startsOn: '2027-01-04', endsOn: '2027-03-26', required: 2 }
const done = (passedOn: string[], exceptions = [] as Parameters<typeof progressOf>[1], today = '2026-11-25') =>
  progressOf([AUTUMN, WINTER], exceptions, passedOn, today).map((period) => `${period.done}/${period.required}`)

test('a badge counts in the period in which it was passed, the last day included', () => {
  expect(done(['2026-10-01', '2026-12-18', '2026-12-19'])).toEqual(['2/2', '1/2'])
})

test('what is too much counts for the next period; what is missing is not carried over', () => {
  expect(done(['2026-09-10', '2026-10-01', '2026-11-01'])).toEqual(['2/2', '1/2'])
  expect(done(['2026-09-10', '2027-01-10', '2027-02-10', '2027-03-01'])).toEqual(['1/2', '2/2'])
})

test('badges from before the year are an advance', () => {
  expect(done(['2025-06-01'])).toEqual(['1/2', '0/2'])
})

test('an exception asks for fewer badges, or gives more time, and a badge passed in that time counts there first', () => {
  const exceptions = [{ periodId: 'autumn', required: 1, endsOn: '2027-01-15' }]
  expect(done(['2027-01-10', '2027-01-12'], exceptions)).toEqual(['1/1', '1/2'])
})

test('one works for the period that ends first of those that run, with the time that was added; between two periods, for the next', () => {
  const at = (today: string, exceptions: Parameters<typeof progressOf>[1] = []) => currentPeriod(progressOf([AUTUMN, WINTER], exceptions, [], today))?.periodId
  expect(at('2026-11-25')).toBe('autumn')
  expect(at('2026-12-25')).toBe('winter')
  expect(at('2027-01-10', [{ periodId: 'autumn', required: null, endsOn: '2027-01-15' }])).toBe('autumn')
  expect(at('2027-07-01')).toBeUndefined()
})
