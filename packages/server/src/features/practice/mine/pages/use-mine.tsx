import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { useKeptPage } from '#web/offline/use-kept-page.ts'
import { type Live, useOutbox } from '#web/offline/use-outbox.ts'
import type { CellState } from '../../practice.schema.ts'
import type { MyStates } from '../read-my-states.ts'

type Shown = { programmeId: string; states: Record<string, CellState> }

/**
 * A pupil's page goes on when the line drops: « Je suis prêt·e » waits on the phone, and what a teacher says meanwhile is shown as it comes.
 * The outbox is one for the whole programme, so that any of its pages sends what was said on another.
 */
export function useMine({ programmeId, states }: Shown): Live<MyStates> {
  const live = useOutbox<MyStates>({ name: `ready:${programmeId}`, address: `/me/practice/${programmeId}/mine.json`, first: { states } })
  useKeptPage()
  const { revalidate } = useRevalidator()
  const isOld = Object.entries(states).some(([badgeId, state]) => (live.view.states[badgeId] ?? state) !== state)
  useEffect(() => {
    if (isOld && !live.isOffline) void revalidate()
  }, [isOld, live.isOffline, revalidate])
  return live
}

/** Whether a teacher has answered while one waited on this page. */
export function useAnswered(state: CellState): boolean {
  const [hasAnswered, setAnswered] = useState(false)
  const hasWaited = useRef(false)
  useEffect(() => {
    // Taken back by oneself is no answer.
    setAnswered(hasWaited.current && (state === 'passed' || state === 'to-rework'))
    hasWaited.current = state === 'ready'
  }, [state])
  return hasAnswered
}
