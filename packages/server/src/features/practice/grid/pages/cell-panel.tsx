import { Anchor, CloseButton, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type GridBadge, isFinished, levelOf, stateOf } from '../../browser/cells.ts'
import classes from './grid.module.css'
import type { CellAt } from './grid-table.tsx'
import type { Said } from './use-grid.tsx'
import { VerdictFields } from './verdict-fields.tsx'

export type OpenCell = CellAt & { at: 'verdict' | 'remarks' }
type Props = { cell: OpenCell; badge: GridBadge; address: string; isArchived: boolean; judge(said: Said): void; close(): void }

/** What has the focus when the panel opens. */
const FIRST = { verdict: 'input[name="levelId"], [data-pass], a', remarks: 'input[name="remarkIds"], textarea' }

/** One pupil and badge: what can be said of it. Closing it gives the focus back to the cell. */
export function CellPanel({ cell: { row, place, at }, badge, address, isArchived, judge, close }: Props) {
  const { t } = useTranslation('grid')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>(FIRST[at])?.focus()
  }, [at])
  const letter = row.cells[place]!
  const state = stateOf(letter)
  const level = levelOf(letter, badge)
  const say = (said: Said) => {
    dialog.current?.close()
    judge(said)
  }
  return (
    <dialog ref={dialog} className={classes.panel} aria-labelledby="cell" onClose={close}>
      <div className={classes.panelTop}>
        <div>
          <h2 id="cell">
            {row.givenName} {row.familyName}
          </h2>
          <Text>
            {badge.name} · {level ? t('states.at_level', { level: level.name }) : t(`states.${state}`)}
          </Text>
        </div>
        <CloseButton aria-label={t('panel.close')} size="lg" onClick={() => dialog.current?.close()} />
      </div>
      {!isArchived && !isFinished(letter, badge) && <VerdictFields badge={badge} heldLevel={level?.id} say={say} />}
      <Anchor href={address} display="inline-flex" mt="sm" mih="2.75rem" style={{ alignItems: 'center' }}>
        {t('panel.history')}
      </Anchor>
    </dialog>
  )
}
