import { useCallback, useEffect, useState } from 'react'

const SWITCH = 'boat-grid-keys'

/** Whether keys of one letter act; the choice stays on this device. */
export function useShortcuts(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(false)
  useEffect(() => setOn(localStorage.getItem(SWITCH) !== 'off'), [])
  const turn = useCallback((next: boolean) => {
    setOn(next)
    localStorage.setItem(SWITCH, next ? 'on' : 'off')
  }, [])
  return [isOn, turn]
}
