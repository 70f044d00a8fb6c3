import { type Act, type Box, changeOutbox, countWaiting, keyOf, listBoxes, nextDue, readAnswer, readOutbox, settle, withAllDue } from './outbox.ts'

/** The line is there, or not; or whoever these acts are of is no longer signed in. */
export type Line = 'there' | 'away' | 'signed-out'

/** Says whose page asks: on a shared computer another may have signed in meanwhile, and the server then refuses. */
export const headersOf = ({ personId }: { personId: string }): Record<string, string> => ({ accept: 'application/json', 'boat-person': personId })

/** Sends what is due, in order, from one page at a time. */
export async function sendWaiting(box: Box): Promise<Line> {
  // Locks need a secure address; without one the keys of the acts still keep them from being done twice.
  if (!navigator.locks) return send(box)
  return navigator.locks.request(keyOf(box), () => send(box))
}

async function send(box: Box): Promise<Line> {
  try {
    for (let act = nextDue(readOutbox(box), Date.now()); act; act = nextDue(readOutbox(box), Date.now())) {
      const response = await post(box, act)
      const answer = await readAnswer(response)
      if (answer.outcome === 'later') return response.status === 401 ? 'signed-out' : 'away'
      const done = act
      changeOutbox(box, (outbox) => settle(outbox, done, answer))
    }
    return 'there'
  } catch {
    return 'away'
  }
}

const post = (box: Box, act: Act) => fetch(act.address, { method: 'POST', body: new URLSearchParams(act.fields), headers: headersOf(box), keepalive: true })

/** What could still be undone, while the page goes away: nothing waits for an answer, and it is sent again if there was none. */
export function sendAtOnce(box: Box): void {
  if (!navigator.onLine) return
  for (const act of readOutbox(box).waiting) if (act.dueAt !== undefined && act.dueAt > Date.now()) void post(box, act).catch(() => undefined)
}

/** Sends what this person left on this device, for whichever page; whoever signs out can no longer undo. Says how much could not be sent. */
export async function sendLeftBehind(store: Box['store'], personId: string, { isLeaving = false } = {}): Promise<number> {
  for (const box of listBoxes(store, personId)) {
    if (isLeaving) changeOutbox(box, withAllDue)
    if (nextDue(readOutbox(box), Date.now())) await sendWaiting(box)
  }
  return countWaiting(store, personId)
}
