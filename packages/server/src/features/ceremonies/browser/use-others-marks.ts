import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

/** Several helpers mark at once: what the others did comes in by itself. */
export function useOthersMarks() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void (document.visibilityState === 'visible' && navigator.onLine && revalidate()), 5000)
    return () => clearInterval(timer)
  }, [revalidate])
}
