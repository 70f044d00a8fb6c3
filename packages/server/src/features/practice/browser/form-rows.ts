import type { MouseEvent } from 'react'
import type { Values } from './programme-form.ts'

/** What a row starts from: what is typed stays in its fields, wherever the others go. */
export type Row = { key: number; values: Values }

export const keyed = (rows: readonly Values[], from = 0): Row[] => rows.map((values, place) => ({ key: from + place, values }))
export const nextKey = (rows: readonly Row[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1

/** Where a button goes away with its row, the keyboard goes on from here. */
export const focusOn = (button: HTMLButtonElement, selector: string): void => button.closest('li')?.parentElement?.parentElement?.querySelector<HTMLElement>(selector)?.focus()

/** A submit button that acts in place where a script runs. */
export const inPlace = (change: (event: MouseEvent<HTMLButtonElement>) => void) => (event: MouseEvent<HTMLButtonElement>) => {
  event.preventDefault()
  change(event)
}
