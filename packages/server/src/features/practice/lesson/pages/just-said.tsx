import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './lesson.module.css'
import type { OpenLesson } from './use-lesson.tsx'

/** The last verdict, for the few seconds in which it may be taken back at once. */
export function JustSaid({ lesson: { outbox, undo } }: { lesson: OpenLesson }) {
  const { t } = useTranslation('lesson')
  const last = outbox.waiting.at(-1)
  const isHeld = useHeld(last?.dueAt)
  return (
    <div className={classes.said} data-shown={isHeld || undefined}>
      <span role="status">{last && isHeld ? last.label : ''}</span>
      {last && isHeld && (
        <button type="button" onClick={() => undo(last.key)} className={classes.undo}>
          {t('said.undo')}
        </button>
      )}
    </div>
  )
}

/** True until that moment. */
function useHeld(dueAt: number | undefined): boolean {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (dueAt === undefined) return
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, dueAt - Date.now()) + 50)
    return () => clearTimeout(timer)
  }, [dueAt])
  return dueAt !== undefined && dueAt > now
}
