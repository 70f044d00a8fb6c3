// A page that goes on when the line drops, and says so.
import { useCallback, useEffect, useRef, useState } from 'react'
import { useRouteLoaderData } from 'react-router'
import { newUuid } from '#web/new-uuid.ts'
import type { rootLoader } from '#web/root.server.ts'
import { type Act, type Box, changeOutbox, EMPTY, type Fields, keyOf, type Outbox, ownKey, readOutbox, withAct, withAllDue, withoutAct, withoutRefused } from './outbox.ts'
import { headersOf, type Line, sendAtOnce, sendWaiting } from './send-waiting.ts'

const AGAIN_MS = 4000

export type Live<View> = {
  /** What the server last said; waiting acts are not in it. */
  view: View
  outbox: Outbox
  isOffline: boolean
  /** Somebody else is signed in here now, or nobody: what waits stays until they are back. */
  isSignedOut: boolean
  /** `holdMs`: how long it may be undone before it is sent. */
  act(about: string, label: string, fields: Fields, options?: { holdMs?: number }): Act
  undo(key: string): void
  dismiss(key: string): void
}

/** `name` is the outbox on this device; `address` answers GET with the view and takes each act by POST, with its `key` so that it counts once. */
export function useOutbox<View>({ name, address, first }: { name: string; address: string; first: View }): Live<View> {
  const personId = usePersonId()
  const [view, setView] = useState(first)
  const [outbox, setOutbox] = useState<Outbox>(EMPTY)
  const [line, setLine] = useState<Line>('there')
  const box = useBox(personId, name)
  const change = useCallback((next: (outbox: Outbox) => Outbox) => setOutbox(changeOutbox(box(), next)), [box])
  const synchronize = useSynchronize({ box, address, setView, setLine, setOutbox })

  useEffect(() => {
    setOutbox(readOutbox(box()))
    const away = () => setLine('away')
    const back = () => void synchronize()
    const elsewhere = ({ key }: StorageEvent) => key === keyOf(box()) && setOutbox(readOutbox(box()))
    // Whoever leaves, or puts the phone away, means what they said.
    const leave = () => {
      sendAtOnce(box())
      change(withAllDue)
    }
    const again = () => document.visibilityState === 'visible' && back()
    const turn = () => (document.visibilityState === 'hidden' ? leave() : back())
    const timer = setInterval(again, AGAIN_MS)
    window.addEventListener('offline', away)
    window.addEventListener('online', back)
    window.addEventListener('storage', elsewhere)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', turn)
    if (!navigator.onLine) away()
    back()
    return () => {
      clearInterval(timer)
      window.removeEventListener('offline', away)
      window.removeEventListener('online', back)
      window.removeEventListener('storage', elsewhere)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', turn)
      leave()
    }
  }, [box, change, synchronize])

  const act = useCallback(
    (about: string, label: string, fields: Fields, { holdMs = 0 }: { holdMs?: number } = {}) => {
      const key = newUuid()
      const added: Act = { key, address, about, label, fields: { ...fields, key }, ...(holdMs > 0 && { dueAt: Date.now() + holdMs }) }
      change((outbox) => withAct(outbox, added))
      if (holdMs > 0) setTimeout(() => void synchronize(), holdMs)
      else void synchronize()
      return added
    },
    [address, change, synchronize],
  )
  const undo = useCallback((key: string) => change((outbox) => withoutAct(outbox, key)), [change])
  const dismiss = useCallback((key: string) => change((outbox) => withoutRefused(outbox, key)), [change])
  return { view, outbox, isOffline: line === 'away', isSignedOut: line === 'signed-out', act, undo, dismiss }
}

const usePersonId = (): string => useRouteLoaderData<typeof rootLoader>('root')?.person?.id ?? ''

/** Where a page keeps something of whoever is signed in, on this device. */
export const useOwnKey = (name: string): string => ownKey(usePersonId(), name)

const useBox = (personId: string, name: string): (() => Box) => useCallback(() => ({ store: localStorage, personId, name }), [personId, name])

type Sync<View> = { box(): Box; address: string; setView(view: View): void; setLine(line: Line): void; setOutbox(outbox: Outbox): void }

/** Sends what waits, then asks how things stand. One at a time; asked for meanwhile, it is done once more. */
function useSynchronize<View>({ box, address, setView, setLine, setOutbox }: Sync<View>): () => Promise<void> {
  const state = useRef({ isRunning: false, isWanted: false, seen: '' })
  return useCallback(async () => {
    state.current.isWanted = true
    if (state.current.isRunning) return
    state.current.isRunning = true
    while (state.current.isWanted) {
      state.current.isWanted = false
      const sent = await sendWaiting(box())
      // Without a line the worker still has what was seen last, which may be newer than the page.
      const seen: Seen<View> = sent === 'signed-out' ? { line: sent } : await readView<View>(address, box(), state.current.seen)
      state.current.seen = seen.tag ?? state.current.seen
      setOutbox(readOutbox(box()))
      if (seen.view) setView(seen.view)
      setLine(sent === 'away' ? sent : seen.line)
    }
    state.current.isRunning = false
  }, [box, address, setView, setLine, setOutbox])
}

type Seen<View> = { line: Line; view?: View; tag?: string | undefined }

/** `seen` is the tag of the last answer: without news the next one is empty. */
async function readView<View>(address: string, box: Box, seen: string): Promise<Seen<View>> {
  try {
    const response = await fetch(address, { headers: { ...headersOf(box), ...(seen && { 'if-none-match': seen }) } })
    if (response.status === 401) return { line: 'signed-out' }
    if (response.status === 304) return { line: 'there' }
    if (!response.ok) return { line: 'away' }
    const isKept = response.headers.has('boat-kept')
    return { line: isKept ? 'away' : 'there', view: (await response.json()) as View, tag: isKept ? '' : (response.headers.get('etag') ?? '') }
  } catch {
    return { line: 'away' }
  }
}
