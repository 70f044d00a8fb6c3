// The lesson in a browser: what was said and not yet sent is told apart from what stands.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Live, useOutbox } from '#web/offline/use-outbox.ts'
import type { PresentedBadge, PresentedLesson } from './present.ts'

/** Long enough to see what one's thumb did. */
const HOLD_MS = 5000

/** A pupil and a badge before a teacher; `attemptId` is what waited on the screen. */
export type AtDesk = { attemptId?: string; personId: string; achievementId: string; name: string }
export type Said = { verdict: 'passed' | 'to-rework'; levelId?: string; remarkIds?: string[]; advice?: string }
export type OpenLesson = Live<PresentedLesson> & { badges: readonly PresentedBadge[]; judge(who: AtDesk, said: Said): void }

export const aboutOf = ({ personId, achievementId }: { personId: string; achievementId: string }) => `${personId}/${achievementId}`

type Input = { programmeId: string; first: PresentedLesson; address: string; badges: readonly PresentedBadge[] }

export function useLesson({ programmeId, first, address, badges }: Input): OpenLesson {
  const live = useOutbox({ name: `lesson:${programmeId}`, address, first })
  const { t } = useTranslation('lesson')
  const judge = ({ name, attemptId = '', personId, achievementId }: AtDesk, { verdict, levelId = '', remarkIds = [], advice = '' }: Said) => {
    const badge = badges.find((other) => other.achievementId === achievementId)
    const level = badge?.levels.find(({ id }) => id === levelId)?.name
    const label = t('said.line', { name, badge: [badge?.name, level].filter(Boolean).join(' · '), verdict: t(`verdict.${verdict}`) })
    const fields = { personId, achievementId, attemptId, verdict, levelId, remarkIds: remarkIds.join(','), advice, judgedAt: new Date().toISOString() }
    live.act(aboutOf({ personId, achievementId }), label, fields, { holdMs: HOLD_MS })
  }
  return { ...live, badges, judge }
}

/** Minutes since a moment, as the server's clock has it; a phone's own may be wrong. */
export function useMinutes(now: number): (moment: number) => number {
  const [clock, setClock] = useState(now)
  useEffect(() => {
    const since = Date.now()
    setClock(now)
    const timer = setInterval(() => setClock(now + Date.now() - since), 20_000)
    return () => clearInterval(timer)
  }, [now])
  return (moment) => Math.max(0, Math.floor((clock - moment) / 60_000))
}
