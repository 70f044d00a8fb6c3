import { useCallback, useEffect, useRef, useState } from 'react'

export type Place = { at: number; isBlack: boolean }

/** Where the ceremony is, shared by the windows of one browser: the screen for the hall, and the one of whoever runs it. */
export function useStage(ceremonyId: string, last: number, first: number) {
  const [place, setPlace] = useState<Place>({ at: first, isBlack: false })
  const channel = useRef<BroadcastChannel>(undefined)
  const current = useRef(place)
  current.current = place
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return
    const open = new BroadcastChannel(`ceremony:${ceremonyId}`)
    channel.current = open
    open.onmessage = ({ data }: MessageEvent<Place>) => setPlace(data)
    return () => open.close()
  }, [ceremonyId])
  // Whoever reloads comes back to where they were.
  useEffect(() => window.history.replaceState(window.history.state, '', `?at=${place.at}`), [place.at])
  const go = useCallback(
    (change: (from: Place) => Place) => {
      const { at, isBlack } = change(current.current)
      const next = { at: Math.min(Math.max(at, 0), last), isBlack }
      current.current = next
      setPlace(next)
      channel.current?.postMessage(next)
    },
    [last],
  )
  return { ...place, go }
}

type Command = 'next' | 'previous' | 'black' | 'leave' | 'first' | 'last'

/** What clickers send, each maker in its own way, and what hands find on a keyboard. */
const KEYS: Record<string, Command> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  b: 'black',
  '.': 'black',
  Escape: 'leave',
  F5: 'first',
  Home: 'first',
  End: 'last',
}

export function useClicker(commands: Partial<Record<Command, () => void>> & { others?: Record<string, () => void> }) {
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isOnControl = event.target instanceof Element && event.target.closest('input, textarea, select, button, a, summary') !== null
      // Space and Enter press what is focused.
      if (isOnControl && (event.key === ' ' || event.key === 'Enter' || event.target instanceof HTMLInputElement)) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const run = latest.current.others?.[key] ?? latest.current[KEYS[key] ?? ('none' as Command)]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
