import { type FormEvent, useEffect, useRef } from 'react'
import { useSubmit } from 'react-router'

const PAUSE_MS = 250

/** For `onInput` of a search form: sends it once the fingers rest. */
export function useSearchAsTyped(): (event: FormEvent<HTMLFormElement>) => void {
  const submit = useSubmit()
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])
  return ({ currentTarget }) => {
    clearTimeout(pause.current)
    pause.current = setTimeout(() => void submit(currentTarget, { replace: true, preventScrollReset: true }), PAUSE_MS)
  }
}
