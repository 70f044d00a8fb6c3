import { Button, Checkbox, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vote } from '../juries.schema.ts'
import classes from './juries.module.css'
import { voteBy } from './session-vote.tsx'
import type { Session } from './use-session.tsx'

const SWITCH = 'boat-jury-keys'
const VOTE_KEYS: Record<string, Vote> = { 1: 'yes', 2: 'to-complete', 3: 'no', 0: 'abstain' }
const SHORTCUTS = ['next', 'previous', 'vote', 'reveal', 'decide', 'help'] as const

type Props = { session: Session; at: number; go(place: number): void }

/** The meeting by keyboard alone. Keys of one letter can be switched off, for those whose tools speak or type for them. */
export function Keys({ session, at, go }: Props) {
  const { t } = useTranslation('juries')
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setOn] = useState(false)
  useEffect(() => setOn(localStorage.getItem(SWITCH) !== 'off'), [])
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || dialog.current?.open) return
      const target = event.target as HTMLElement
      if (target.closest('input, textarea, select, [contenteditable]')) return
      const act = actOf(event.key, target)
      if (!act) return
      event.preventDefault()
      act()
    }
    const dossier = session.table.dossiers[at]
    const actOf = (key: string, target: HTMLElement): (() => void) | undefined => {
      if (key === 'j' || key === 'ArrowDown' || key === 'ArrowRight') return () => go(at + 1)
      if (key === 'k' || key === 'ArrowUp' || key === 'ArrowLeft') return () => go(at - 1)
      if (key === '?') return () => dialog.current?.showModal()
      if (!dossier || dossier.isClosed) return undefined
      if (key === 'Enter' && !target.closest('a, button, summary')) return () => document.getElementById('decision')?.focus()
      if (dossier.decision) return undefined
      const vote = VOTE_KEYS[key]
      if (vote && session.table.me.memberId && !dossier.myRecusal) return () => voteBy(session, dossier, vote, t(`vote.${vote}`))
      if (key === 'r' && !dossier.counts && !dossier.myRecusal)
        return () => session.act(`reveal ${dossier.dossierId}`, t('session.reveal'), { intent: 'reveal', dossierId: dossier.dossierId })
      return undefined
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOn, session, at, go, t])
  const turn = (next: boolean) => {
    setOn(next)
    localStorage.setItem(SWITCH, next ? 'on' : 'off')
  }
  return (
    <>
      <Button variant="default" size="sm" onClick={() => dialog.current?.showModal()} className={classes.scripted}>
        {t('keys.open')}
      </Button>
      <dialog ref={dialog} className={classes.dialog} aria-labelledby="keys">
        <Title order={2} id="keys" mb="sm">
          {t('keys.title')}
        </Title>
        <dl>
          {SHORTCUTS.map((name) => (
            <div key={name}>
              <dt>
                <kbd>{t(`keys.${name}_key`)}</kbd>
              </dt>
              <dd>{t(`keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <Checkbox checked={isOn} onChange={({ currentTarget }) => turn(currentTarget.checked)} label={t('keys.on')} description={t('keys.on_help')} my="md" />
        <form method="dialog">
          <Button type="submit" variant="default">
            {t('keys.close')}
          </Button>
        </form>
      </dialog>
    </>
  )
}
