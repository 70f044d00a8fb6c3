import { Alert, type AlertProps } from '@mantine/core'
import type { ReactNode } from 'react'

const COLORS = { success: 'teal', info: 'sea', warning: 'yellow', problem: 'red' } as const

type Props = { kind: keyof typeof COLORS; title?: string; children: ReactNode } & Pick<AlertProps, 'mb' | 'mt'>

/** A sentence that must be noticed. Problems interrupt a screen reader, the rest waits its turn. */
export function Notice({ kind, title, children, ...space }: Props) {
  return (
    <Alert
      color={COLORS[kind]}
      title={title}
      role={kind === 'problem' ? 'alert' : 'status'}
      variant="light"
      radius="md"
      styles={{ title: { color: 'var(--mantine-color-text)' }, message: { color: 'var(--mantine-color-text)' } }}
      {...space}
    >
      {children}
    </Alert>
  )
}
