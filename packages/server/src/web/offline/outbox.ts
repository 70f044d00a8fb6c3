// What was done on a page while the line was down: kept on this device, sent in order when it is back, never twice, never over somebody else’s.

export type Fields = Record<string, string>
/** `about` names what it is on: a later act about the same thing takes the place of one that still waits. Before `dueAt` it may still be undone. */
export type Act = { key: string; address: string; about: string; label: string; fields: Fields; dueAt?: number | undefined }
export type RefusedAct = Act & { code: string; detail?: Record<string, unknown> | undefined }
export type Outbox = { waiting: Act[]; refused: RefusedAct[] }
export type Answer = { outcome: 'done' } | { outcome: 'later' } | { outcome: 'refused'; code: string; detail?: Record<string, unknown> | undefined }

/** Of one page and one person: a computer is shared, what waits on it is not. */
export type Box = { store: Store; personId: string; name: string }
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export const EMPTY: Outbox = { waiting: [], refused: [] }
const ownKeys = (personId: string) => `boat-own:${personId}:`
/** Whatever a page keeps of somebody on this device is under such a name, so that it goes when they sign out. */
export const ownKey = (personId: string, name: string): string => ownKeys(personId) + name
const OUTBOX = 'outbox:'
export const keyOf = ({ personId, name }: Box): string => ownKey(personId, OUTBOX + name)

export function readOutbox(box: Box): Outbox {
  try {
    const kept = JSON.parse(box.store.getItem(keyOf(box)) ?? 'null') as Outbox | null
    return kept && Array.isArray(kept.waiting) && Array.isArray(kept.refused) ? kept : EMPTY
  } catch {
    return EMPTY
  }
}

/** Read and written in one go: the same page may be open twice. */
export function changeOutbox(box: Box, change: (outbox: Outbox) => Outbox): Outbox {
  const next = change(readOutbox(box))
  if (next.waiting.length + next.refused.length === 0) box.store.removeItem(keyOf(box))
  else box.store.setItem(keyOf(box), JSON.stringify(next))
  return next
}

/** Of whichever page, on this device. */
export const listBoxes = (store: Store, personId: string): Box[] =>
  listKeys(store, ownKey(personId, OUTBOX)).map((key) => ({ store, personId, name: key.slice(ownKey(personId, OUTBOX).length) }))

export const countWaiting = (store: Store, personId: string): number => listBoxes(store, personId).reduce((sum, box) => sum + readOutbox(box).waiting.length, 0)

/** Nothing of this person stays on this device. */
export function forgetOwn(store: Store, personId: string): void {
  for (const key of listKeys(store, ownKeys(personId))) store.removeItem(key)
}

const listKeys = (store: Store, beginning: string): string[] => Array.from({ length: store.length }, (_, i) => store.key(i)!).filter((key) => key.startsWith(beginning))

export const withAct = ({ waiting, refused }: Outbox, act: Act): Outbox => ({ waiting: [...waiting.filter(({ about }) => about !== act.about), act], refused })

export const withoutAct = ({ waiting, refused }: Outbox, key: string): Outbox => ({ waiting: waiting.filter((act) => act.key !== key), refused })

export const withoutRefused = ({ waiting, refused }: Outbox, key: string): Outbox => ({ waiting, refused: refused.filter((act) => act.key !== key) })

/** Nothing may be undone any more. */
export const withAllDue = ({ waiting, refused }: Outbox): Outbox => ({ waiting: waiting.map(({ dueAt: _, ...act }) => act), refused })

/** The next one to send. */
export const nextDue = ({ waiting }: Outbox, now: number): Act | undefined => waiting.find(({ dueAt }) => dueAt === undefined || dueAt <= now)

/** What became of one act. The outbox may have grown meanwhile: it is given as it is now. */
export function settle({ waiting, refused }: Outbox, act: Act, answer: Answer): Outbox {
  if (answer.outcome === 'later') return { waiting, refused }
  const rest = waiting.filter(({ key }) => key !== act.key)
  if (answer.outcome === 'done') return { waiting: rest, refused }
  return { waiting: rest, refused: [...refused.filter(({ key }) => key !== act.key), { ...act, code: answer.code, detail: answer.detail }] }
}

/** An answer that says the line, the session or the server is not there is none: it is asked again. */
export async function readAnswer(response: Response): Promise<Answer> {
  if (response.ok) return { outcome: 'done' }
  if ([401, 408, 429].includes(response.status) || response.status >= 500) return { outcome: 'later' }
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: Record<string, unknown>; problems?: { message: string }[] }
  return {
    outcome: 'refused',
    code: problem.code === 'invalid_input' && problem.problems?.[0] ? problem.problems[0].message : (problem.code ?? 'internal_error'),
    detail: problem.detail,
  }
}
