import { type RefObject, useEffect, useState } from 'react'
import type { Stretch } from '../../browser/move.ts'

/** As many are drawn at once without anybody noticing. */
const ALL_AT_ONCE = 80
/** Drawn above and below what is in view, so that a turn of the wheel shows no gap. */
const AROUND = 6
const STEP = 5

export type RowWindow = { view: Stretch; rowHeight: number; page: number }

/** Which rows of a long table are in view. All have the same height. */
export function useRowWindow(box: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [shape, setShape] = useState<RowWindow>({ view: { from: 0, to: ALL_AT_ONCE }, rowHeight: 52, page: 10 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const rowHeight = element.querySelector<HTMLElement>('tr[data-row]')?.offsetHeight || 52
      const top = Math.floor(element.scrollTop / rowHeight / STEP) * STEP
      const page = Math.max(3, Math.floor(element.clientHeight / rowHeight) - 2)
      const next = { rowHeight, page, view: { from: Math.max(0, top - AROUND), to: top + page + AROUND + STEP } }
      setShape((now) => (now.rowHeight === rowHeight && now.page === page && now.view.from === next.view.from && now.view.to === next.view.to ? now : next))
    }
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      watch.disconnect()
    }
  }, [box])
  return count <= ALL_AT_ONCE ? { ...shape, view: { from: 0, to: count } } : shape
}
