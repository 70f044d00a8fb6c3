import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { makeSchool, type Somebody } from '../../../../../tests/support/make-school.ts'
import { ticked, type Values } from '../../browser/programme-form.ts'
import { type Classroom, makeBadge, makeClassroom } from '../../practice.fixture.ts'
import { readBadges, readPeriods } from '../get-programme.ts'
import * as library from './library.server.ts'
import * as home from './programme.server.ts'
import * as edit from './programme-edit.server.ts'
import * as create from './programme-new.server.ts'
import * as list from './programmes.server.ts'
import * as shared from './shared-programme.server.ts'

let platform: TestApp
let room: Classroom
let neighbour: Awaited<ReturnType<typeof makeSchool>>
beforeAll(async () => {
  platform = await makeApp()
  room = await makeClassroom(platform.ctx)
  neighbour = await makeSchool(platform.ctx, 'Lycée Voisin')
})
afterAll(() => platform[Symbol.asyncDispose]())

type Half = Parameters<typeof callPage>[1]
const call = (
  half: Half,
  { who = room.issuer, slug = room.slug, form, ...params }: { who?: Somebody; slug?: string; form?: Values; programmeId?: string; sharedProgrammeId?: string } = {},
) => callPage(platform.ctx, half, { actor: who.actor, params: { slug, ...(params as Record<string, string>) }, ...(form && { form }) })
const press = (intent: string, form: Values = {}) => call(home.action, { programmeId: room.programmeId, form: { intent, ...form } })
const idIn = (location = '') => /programmes\/([0-9a-f-]{36})/.exec(location)![1]!

describe('the form', () => {
  test('starts with three terms of this school year, and the teacher who opens it', async () => {
    const { data } = await call(create.loader)
    expect([data.values['period.0.startsOn'], data.values['period.2.endsOn'], data.values['period.0.required']]).toEqual(['2026-09-01', '2027-06-30', '2'])
    expect(ticked(data.values, 'teacher')).toEqual([room.issuer.personId])
    expect(data.choices.schoolYears).toEqual(['2026-2027', '2027-2028'])
    expect(data.choices.teachers.map(({ personId }: { personId: string }) => personId)).toEqual(
      expect.arrayContaining([room.issuer.personId, room.colleague.personId, room.owner.personId]),
    )
  })

  test('adds and takes away rows, and raises a badge, without scripts and without losing a word', async () => {
    const [first, second] = room.badgeIds as [string, string]
    let values: Values = { ...(await call(create.loader)).data.values, name: 'À moitié écrit', [`badge.${first}`]: 'on', [`badge.${second}`]: 'on' }
    for (const intent of ['add-period', 'remove-period:0', 'add-rule', `raise-badge:${second}`]) values = (await call(create.action, { form: { ...values, intent } })).data.values
    expect(values['name']).toBe('À moitié écrit')
    expect(ticked(values, 'badge')).toEqual([second, first])
    expect(Object.keys(values).filter((name) => /^(period|rule)\.\d+\.(startsOn|first)$/.test(name))).toHaveLength(4)
  })

  test('says of each field what it wants, and keeps what was typed', async () => {
    const typed = {
      'period.0.name': 'Automne',
      'period.0.startsOn': '2026-09-01',
      'period.1.name': 'Hiver',
      'period.1.startsOn': '2026-12-01',
      'period.1.endsOn': '2026-09-01',
      'period.1.required': '2',
    }
    const { data } = await call(create.action, { form: { name: '', schoolYear: '2026-2027', ...typed } })
    expect(data.problem.fields).toEqual({
      name: 'name_required',
      badges: 'badges_required',
      'periods.0.endsOn': 'date_required',
      'periods.0.required': 'count_invalid',
      'periods.1.endsOn': 'ends_before_it_starts',
    })
    expect(data.values['period.0.name']).toBe('Automne')
  })

  test('creates, is filled again, and saves', async () => {
    const badges = Object.fromEntries(room.badgeIds.map((id) => [`badge.${id}`, 'on']))
    const rules = { 'rule.0.badge': room.badgeIds[2]!, 'rule.0.first': room.badgeIds[1]! }
    const values: Values = { ...(await call(create.loader)).data.values, name: 'Optique', ...badges, ...rules, [`cohort.${room.cohortId}`]: 'on' }
    const programmeId = idIn((await call(create.action, { form: values })).location)
    const { data } = await call(edit.loader, { programmeId })
    expect(data.values).toMatchObject({ name: 'Optique', ...badges, ...rules, [`cohort.${room.cohortId}`]: 'on' })
    const periods = await readPeriods(platform.ctx, programmeId)
    expect((await call(edit.action, { programmeId, form: { ...data.values, name: 'Optique et ondes' } })).location).toContain('done=saved')
    expect(await readPeriods(platform.ctx, programmeId)).toEqual(periods)
    expect((await readBadges(platform.ctx, programmeId))[2]!.requiredIds).toEqual([room.badgeIds[1]])
  })

  test('lets a teacher hand the programme over, and sends them where they may be', async () => {
    const programmeId = idIn(
      (await call(create.action, { form: { ...(await call(create.loader)).data.values, name: 'Passage de relais', [`badge.${room.badgeIds[0]}`]: 'on' } })).location,
    )
    const { data } = await call(edit.loader, { programmeId })
    const { [`teacher.${room.issuer.personId}`]: _, ...others } = data.values as Values
    const { location } = await call(edit.action, { programmeId, form: { ...others, [`teacher.${room.colleague.personId}`]: 'on' } })
    expect(location).toBe(`/organizations/${room.slug}/programmes?done=handed_over`)
    expect((await call(edit.loader, { programmeId })).status).toBe(404)
    expect((await call(edit.loader, { programmeId, who: room.colleague })).status).toBe(200)
  })
})

describe('the home of a programme', () => {
  test('says what is asked, when, of whom, and how to get ready', async () => {
    const { data } = await call(home.loader, { programmeId: room.programmeId })
    expect(data.periods).toMatchObject([
      { name: '1er trimestre', from: '1er septembre', to: '18 décembre 2026', required: 2, isNow: true },
      { name: '2e trimestre', isNow: false },
    ])
    expect(data.badges.map(({ name, first }: { name: string; first: string[] }) => [name, first])).toEqual([
      ['Conversions', []],
      ['Chiffres significatifs', []],
      ['Rédiger un calcul', ['Conversions']],
    ])
    expect(data.asked).toBe(4)
    expect(data.people.map(({ name }: { name: string }) => name)).toEqual(['Essai Lina (2de 4)', 'Essai Noé (2de 4)'])
  })

  test('arranges something for a pupil and ends it, with what was typed kept when it is refused', async () => {
    const { periodId } = (await readPeriods(platform.ctx, room.programmeId))[0]!
    const fields = { periodId, personId: room.pupils[0]!.personId }
    const refused = await press('except', { ...fields, required: '', endsOn: '', reason: 'Parce que' })
    expect(refused.data).toMatchObject({ problem: { fields: { required: 'exception_empty' } }, values: { reason: 'Parce que', ...fields } })
    expect((await press('except', { ...fields, required: '1', endsOn: '', reason: 'Arrivée en février' })).location).toContain('done=excepted')
    expect((await call(home.loader, { programmeId: room.programmeId })).data.exceptions).toMatchObject([{ name: 'Lina Essai', period: '1er trimestre', required: 1, until: null }])
    expect((await press('end-exception', fields)).location).toContain('done=exception_ended')
  })

  test('copies, puts away and takes up again, each where one wants to be then', async () => {
    const { location } = await press('copy')
    expect(location).toMatch(/edit\?done=copied$/)
    expect(idIn(location)).not.toBe(room.programmeId)
    expect((await press('archive')).location).toBe(`/organizations/${room.slug}/programmes?done=archived`)
    const listed = (await call(list.loader)).data.programmes as { programmeId: string; isArchived: boolean }[]
    expect(listed.find(({ programmeId }) => programmeId === room.programmeId)).toMatchObject({ isArchived: true })
    expect((await press('reopen')).location).toContain('done=reopened')
    expect((await press('burn')).data.problem.code).toBe('invalid_input')
  })

  test('is not there for a pupil, nor under the address of another structure', async () => {
    const { programmeId } = room
    for (const who of [room.pupils[0]!, room.member, neighbour.owner]) expect((await call(home.loader, { programmeId, who })).status).toBe(403)
    expect((await call(home.loader, { programmeId, who: neighbour.owner, slug: neighbour.slug })).status).toBe(404)
    expect((await call(home.action, { programmeId, who: neighbour.owner, slug: neighbour.slug, form: { intent: 'archive' } })).status).toBe(404)
  })
})

test('what is shared is read and made one’s own by another structure, which is told what is missing', async () => {
  const own = { who: neighbour.owner, slug: neighbour.slug }
  await makeBadge(platform.ctx, neighbour.organizationId, 'À nous')
  await press('share')
  const { data } = await call(library.loader, own)
  const sharedProgrammeId = data.programmes[0].programmeId as string
  expect(data.programmes).toMatchObject([{ organizationName: 'Lycée Maurice Genevoix', badgeCount: 3, periodCount: 2 }])
  expect((await call(shared.action, { ...own, sharedProgrammeId, form: {} })).data.problem.code).toBe('badges_not_shared')
  await call(home.action, { who: room.owner, programmeId: room.programmeId, form: { intent: 'share', withBadges: 'on' } })
  const preview = (await call(shared.loader, { ...own, sharedProgrammeId })).data.shared
  expect(preview.badges.map(({ name, standing, first }: { name: string; standing: string; first: string[] }) => [name, standing, first])).toEqual([
    ['Conversions', 'adoptable', []],
    ['Chiffres significatifs', 'adoptable', []],
    ['Rédiger un calcul', 'adoptable', ['Conversions']],
  ])
  const { location } = await call(shared.action, { ...own, sharedProgrammeId, form: {} })
  expect(location).toMatch(/edit\?done=taken$/)
  expect((await call(edit.loader, { ...own, programmeId: idIn(location) })).data.values['name']).toBe('Physique-chimie en seconde')
  await press('unshare')
  expect((await call(shared.loader, { ...own, sharedProgrammeId })).status).toBe(404)
})
