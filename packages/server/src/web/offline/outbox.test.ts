import { expect, test } from 'vitest'
import { changeOutbox, countWaiting, EMPTY, forgetOwn, keyOf, nextDue, ownKey, readAnswer, readOutbox, settle, withAct, withAllDue, withoutAct, withoutRefused } from './outbox.ts'

const act = (key: string, about: string) => ({ key, address: '/meeting', about, label: about, fields: { intent: 'decide' } })

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

test('what may still be undone waits for its time; leaving the page sends it', () => {
  const outbox = [{ ...act('1', 'a'), dueAt: 500 }, act('2', 'b')].reduce(withAct, EMPTY)
  expect(nextDue(outbox, 100)?.key).toBe('2')
  expect(nextDue(outbox, 500)?.key).toBe('1')
  expect(nextDue(withAllDue(outbox), 100)?.key).toBe('1')
  expect(withoutAct(outbox, '1').waiting.map(({ key }) => key)).toEqual(['2'])
})

test('what was kept is read again, by its person and its page alone; what is broken is nothing', () => {
  const store = makeStore()
  const box = { store, personId: 'lina', name: 'lesson' }
  changeOutbox(box, (outbox) => withAct(outbox, act('1', 'a')))
  // The same page open twice: each one writes into what the other one wrote.
  changeOutbox({ ...box }, (outbox) => withAct(outbox, act('2', 'b')))
  expect(readOutbox(box).waiting).toHaveLength(2)
  expect(countWaiting(store, 'lina')).toBe(2)
  for (const other of [
    { ...box, name: 'another' },
    { ...box, personId: 'noe' },
  ])
    expect(readOutbox(other)).toEqual(EMPTY)
  store.setItem(keyOf(box), '{')
  expect(readOutbox(box)).toEqual(EMPTY)
})

test('whoever signs out leaves nothing behind, and nothing of anybody else goes', () => {
  const store = makeStore()
  for (const personId of ['lina', 'noe']) changeOutbox({ store, personId, name: 'lesson' }, (outbox) => withAct(outbox, act('1', 'a')))
  store.setItem(ownKey('lina', 'draft'), 'Je')
  forgetOwn(store, 'lina')
  expect(store.getItem(ownKey('lina', 'draft'))).toBeNull()
  expect([countWaiting(store, 'lina'), countWaiting(store, 'noe')]).toEqual([0, 1])
})

function makeStore() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}
