// The table of the meeting in a browser: it goes on when the line drops, and says so.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Act, EMPTY, type Fields, keepOutbox, type Outbox, readAnswer, readOutbox, settle, withAct, withoutRefused } from '../browser/outbox.ts'
import type { PresentedTable } from './present.ts'

const AGAIN_MS = 4000

export type Session = { table: PresentedTable; outbox: Outbox; isOffline: boolean; act(about: string, label: string, fields: Fields): void; dismiss(key: string): void }

export function useSession(first: PresentedTable, address: string): Session {
  const { juryId } = first.jury
  const [table, setTable] = useState(first)
  const [outbox, setOutbox] = useState<Outbox>(EMPTY)
  const [isOffline, setOffline] = useState(false)
  const current = useRef<Outbox>(EMPTY)
  const isSending = useRef(false)

  const keep = useCallback(
    (next: Outbox) => {
      current.current = next
      keepOutbox(localStorage, juryId, next)
      setOutbox(next)
    },
    [juryId],
  )

  const synchronize = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      for (let act = current.current.waiting[0]; act; act = current.current.waiting[0]) {
        const response = await fetch(address, { method: 'POST', body: new URLSearchParams(act.fields), headers: { accept: 'application/json' } })
        const answer = await readAnswer(response)
        if (answer.outcome === 'later') throw new Error('later')
        keep(settle(current.current, act, answer))
      }
      const response = await fetch(address, { headers: { accept: 'application/json' } })
      if (!response.ok) throw new Error('later')
      setTable((await response.json()) as PresentedTable)
      setOffline(false)
    } catch {
      setOffline(true)
    } finally {
      isSending.current = false
    }
  }, [address, keep])

  useEffect(() => {
    keep(readOutbox(localStorage, juryId))
    const away = () => setOffline(true)
    const back = () => void synchronize()
    const timer = setInterval(back, AGAIN_MS)
    window.addEventListener('offline', away)
    window.addEventListener('online', back)
    if (!navigator.onLine) away()
    else if (current.current.waiting.length > 0) back()
    return () => {
      clearInterval(timer)
      window.removeEventListener('offline', away)
      window.removeEventListener('online', back)
    }
  }, [juryId, keep, synchronize])

  const act = useCallback(
    (about: string, label: string, fields: Fields) => {
      const key = crypto.randomUUID()
      const added: Act = { key, about, label, fields: { ...fields, key } }
      keep(withAct(current.current, added))
      void synchronize()
    },
    [keep, synchronize],
  )
  const dismiss = useCallback((key: string) => keep(withoutRefused(current.current, key)), [keep])
  return { table, outbox, isOffline, act, dismiss }
}
