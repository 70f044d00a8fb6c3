import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './glance.module.css'

export function Section({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={`surface ${classes.section}`}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {lead && <Text c="dimmed">{lead}</Text>}
      {children}
    </section>
  )
}
