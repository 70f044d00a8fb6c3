import { ActionIcon, NativeSelect, Text, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../browser/exercise.ts'
import classes from './resources.module.css'

type Props = { steps: Step[]; places: Record<string, string[]> }

/** Each step is moved by two buttons, by touch or by keyboard; where no script runs, each is given its place. */
export function OrderField({ steps, places }: Props) {
  const { t } = useTranslation('resources')
  const [order, setOrder] = useState(steps)
  const [isLive, setIsLive] = useState(false)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => setIsLive(true), [])
  const move = (at: number, by: -1 | 1) => {
    const moved = [...order]
    moved.splice(at + Math.min(by, 0), 2, ...(by < 0 ? [order[at]!, order[at - 1]!] : [order[at + 1]!, order[at]!]))
    setOrder(moved)
    setSaid(t('practice.moved', { text: order[at]!.text, place: at + by + 1 }))
    // Whoever moves it by keyboard stays on it.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[at + by]?.querySelectorAll('button')
      const wanted = buttons?.[by < 0 ? 0 : 1]
      ;(wanted?.disabled ? buttons?.[by < 0 ? 1 : 0] : wanted)?.focus()
    })
  }
  return (
    <fieldset className={classes.options}>
      <legend>{t(isLive ? 'practice.order' : 'practice.order_by_number')}</legend>
      <ol className={classes.steps} ref={list}>
        {order.map(({ key, text }, at) => (
          <li key={key} className={classes.step}>
            {isLive ? (
              <>
                <input type="hidden" name={`place.${key}`} value={at + 1} />
                <Text fw={700} component="span">
                  {at + 1}
                </Text>
              </>
            ) : (
              <NativeSelect
                name={`place.${key}`}
                defaultValue={places[`place.${key}`]?.[0] ?? ''}
                aria-label={t('practice.place_of', { text })}
                data={[{ value: '', label: '–' }, ...steps.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }))]}
                w="4.5rem"
              />
            )}
            <span className={classes.stepText}>{text}</span>
            {isLive && (
              <>
                <ActionIcon type="button" variant="default" size={44} disabled={at === 0} onClick={() => move(at, -1)} aria-label={t('practice.up', { text })}>
                  ↑
                </ActionIcon>
                <ActionIcon type="button" variant="default" size={44} disabled={at === order.length - 1} onClick={() => move(at, 1)} aria-label={t('practice.down', { text })}>
                  ↓
                </ActionIcon>
              </>
            )}
          </li>
        ))}
      </ol>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </fieldset>
  )
}
