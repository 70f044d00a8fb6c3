import { useEffect } from 'react'
import { sendLeftBehind } from './send-waiting.ts'

const AGAIN_MS = 15_000

/** On whichever page somebody goes on: what they said while the line was down, and left on this device, is sent once it is back. */
export function useLeftBehind(personId: string | undefined): void {
  useEffect(() => {
    if (!personId) return
    const send = () => void (navigator.onLine && sendLeftBehind(localStorage, personId))
    send()
    const timer = setInterval(send, AGAIN_MS)
    window.addEventListener('online', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [personId])
}
