import { expect, test } from 'vitest'
import { EMPTY, keepOutbox, readAnswer, readOutbox, settle, withAct, withoutRefused } from './outbox.ts'

const act = (key: string, about: string) => ({ key, about, label: about, fields: { intent: 'decide' } })

test('a later act about the same thing takes the place of one that still waits; acts about others keep their order', () => {
  const outbox = [act('1', 'a'), act('2', 'b'), act('3', 'a')].reduce(withAct, EMPTY)
  expect(outbox.waiting.map(({ key }) => key)).toEqual(['2', '3'])
})

test('what was sent goes, what was refused is kept to be shown, what could not be sent stays', () => {
  const outbox = withAct(EMPTY, act('1', 'a'))
  expect(settle(outbox, act('1', 'a'), { outcome: 'done' })).toEqual(EMPTY)
  expect(settle(outbox, act('1', 'a'), { outcome: 'later' })).toEqual(outbox)
  const refused = settle(outbox, act('1', 'a'), { outcome: 'refused', code: 'decided_meanwhile' })
  expect(refused).toMatchObject({ waiting: [], refused: [{ key: '1', code: 'decided_meanwhile' }] })
  expect(withoutRefused(refused, '1')).toEqual(EMPTY)
})

test('an act written while another was on its way is not lost when that one is settled', () => {
  const grown = withAct(withAct(EMPTY, act('1', 'a')), act('2', 'b'))
  expect(settle(grown, act('1', 'a'), { outcome: 'done' }).waiting.map(({ key }) => key)).toEqual(['2'])
})

test('a session that is over or a server that is away is asked again; a refusal names its code, or the field', async () => {
  for (const status of [401, 429, 500, 503]) expect(await readAnswer(new Response('', { status }))).toEqual({ outcome: 'later' })
  expect(await readAnswer(new Response(null, { status: 204 }))).toEqual({ outcome: 'done' })
  expect(await readAnswer(Response.json({ code: 'quorum_missing', detail: { missing: 2 } }, { status: 409 }))).toEqual({
    outcome: 'refused',
    code: 'quorum_missing',
    detail: { missing: 2 },
  })
  expect(await readAnswer(Response.json({ code: 'invalid_input', problems: [{ message: 'reason_required' }] }, { status: 400 }))).toMatchObject({ code: 'reason_required' })
})

test('what was kept is read again; what is broken is nothing', () => {
  const kept = new Map<string, string>()
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  keepOutbox(store, 'jury', withAct(EMPTY, act('1', 'a')))
  expect(readOutbox(store, 'jury').waiting).toHaveLength(1)
  expect(readOutbox(store, 'another')).toEqual(EMPTY)
  kept.set('boat-jury:jury', '{')
  expect(readOutbox(store, 'jury')).toEqual(EMPTY)
})
