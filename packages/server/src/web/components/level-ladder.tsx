import { Text, Title, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './level-ladder.module.css'

export type LadderStep = { id: string; name: string; description: string; isReached?: boolean; children?: ReactNode }

/** The levels of a badge from the first to the highest: what each one asks, and under those that were reached, when and by whom. */
export function LevelLadder({ steps, order = 3 }: { steps: LadderStep[]; order?: 3 | 4 }) {
  return (
    <ol className={classes.ladder}>
      {steps.map(({ id, name, description, isReached, children }) => (
        <li key={id} id={`level-${id}`} className={classes.step} data-reached={isReached || undefined}>
          <Title order={order} size="h4">
            {name}
          </Title>
          <Text>{description}</Text>
          {children}
        </li>
      ))}
    </ol>
  )
}

/** The same in one line: « Bronze ● Argent ● Or ○ ». What the dots say is said in words too. */
export function LevelLine({ steps, reached, label }: { steps: { id: string; name: string }[]; reached: readonly string[]; label: (name: string, isReached: boolean) => string }) {
  return (
    <ol className={classes.line}>
      {steps.map(({ id, name }) => {
        const isReached = reached.includes(id)
        return (
          <li key={id} data-reached={isReached || undefined}>
            <span className={classes.dot} aria-hidden="true" />
            <span aria-hidden="true">{name}</span>
            <VisuallyHidden component="span">{label(name, isReached)}</VisuallyHidden>
          </li>
        )
      })}
    </ol>
  )
}
