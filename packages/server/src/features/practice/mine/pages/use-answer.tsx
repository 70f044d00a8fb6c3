import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { BadgeData } from './badge-data.ts'

const AGAIN_MS = 8000

/** While one waits: looks from time to time whether the teacher has answered, and shows it. A line that is down is no answer. */
export function useAnswer({ state, programmeId, achievementId }: Pick<BadgeData, 'state' | 'programmeId' | 'achievementId'>): boolean {
  const { revalidate } = useRevalidator()
  const [hasAnswered, setAnswered] = useState(false)
  const hasWaited = useRef(false)
  useEffect(() => {
    if (state !== 'ready') {
      // Taken back by oneself is no answer either.
      setAnswered(hasWaited.current && (state === 'passed' || state === 'to-rework'))
      return
    }
    hasWaited.current = true
    const look = async () => {
      if (document.hidden) return
      try {
        const response = await fetch(`/me/practice/${programmeId}/${achievementId}/state.json`, { headers: { accept: 'application/json' } })
        if (response.ok && ((await response.json()) as { state: string }).state !== 'ready') await revalidate()
      } catch {
        // It is asked again.
      }
    }
    const timer = setInterval(() => void look(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [state, programmeId, achievementId, revalidate])
  return hasAnswered
}
