import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './cv-form.module.css'

export function Section({ title, help, children }: { title: string; help?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={`surface ${classes.section}`} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {help && (
        <Text c="dimmed" maw="44rem">
          {help}
        </Text>
      )}
      {children}
    </section>
  )
}
