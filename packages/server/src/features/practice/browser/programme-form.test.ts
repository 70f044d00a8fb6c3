import { expect, test } from 'vitest'
import { changeForm, firstValues, moveToYear, programmeValues, readProgramme, readRows, type Values } from './programme-form.ts'

const [one, two, three] = ['one', 'two', 'three'] as const
const written = {
  name: 'Physique',
  description: '',
  schoolYear: '2026-2027',
  badges: [
    { achievementId: one, requiredIds: [] },
    { achievementId: two, requiredIds: [] },
    { achievementId: three, requiredIds: [one, two] },
  ],
  periods: [{ periodId: 'autumn', name: '1er trimestre', startsOn: '2026-09-01', endsOn: '2026-11-30', required: 2 }],
  cohortIds: ['2de 4'],
  teacherIds: ['Marion'],
}
const values = programmeValues(written)
const after = (intent: string, from: Values = values) => changeForm(intent, from)!

test('what is written is read again', () => {
  expect(readProgramme(values)).toEqual({ ...written, periods: [{ ...written.periods[0], required: '2' }] })
})

test('a badge goes up by one place, the first stays, and saving changes nothing', () => {
  const order = (form: Values) => readProgramme(form).badges.map(({ achievementId }) => achievementId)
  expect(order(after('raise-badge:three'))).toEqual([one, three, two])
  expect(order(after('raise-badge:one'))).toEqual([one, two, three])
  expect(changeForm('save', values)).toBeUndefined()
})

test('a period is added the day after the last one, and taken away with its rows closing up', () => {
  const longer = after('add-period')
  expect(readRows(longer, 'period')[1]).toEqual({ id: '', name: '', startsOn: '2026-12-01', endsOn: '', required: '2' })
  expect(readRows(after('remove-period:0', longer), 'period')).toHaveLength(1)
  expect(readRows(after('add-period', {}), 'period')).toEqual([{ id: '', name: '', startsOn: '', endsOn: '', required: '2' }])
})

test('a rule is added empty, and counts for nothing until both sides are chosen', () => {
  const longer = after('add-rule')
  expect(readRows(longer, 'rule')).toHaveLength(3)
  expect(readProgramme(longer).badges).toEqual(written.badges)
  expect(readProgramme(after('remove-rule:0')).badges[2]!.requiredIds).toEqual([two])
})

test('a number of badges that was not typed is no zero', () => {
  expect(readProgramme({ ...values, 'period.0.required': '' }).periods[0]!.required).toBeNaN()
})

test('a new programme starts with three terms and its teacher, and its terms move with the year', () => {
  const first = firstValues({ schoolYear: '2026-2027', termNames: ['1', '2', '3'], teacherId: 'Marion' })
  expect(readProgramme(first)).toMatchObject({ badges: [], cohortIds: [], teacherIds: ['Marion'], periods: [{ endsOn: '2026-11-30' }, {}, { endsOn: '2027-06-30' }] })
  const rows = [...readRows(first, 'period').slice(0, 1), { id: '', name: '', startsOn: 'demain', endsOn: '', required: '2' }]
  expect(moveToYear(rows, '2026-2027', '2027-2028').map(({ startsOn }) => startsOn)).toEqual(['2027-09-01', 'demain'])
})
