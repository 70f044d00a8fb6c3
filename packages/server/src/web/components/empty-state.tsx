import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Nothing here yet: says what will be, and what to do first. */
export function EmptyState({ title, children, actions, picture }: { title: string; children?: ReactNode; actions?: ReactNode; picture?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" className="surface" p="xl" ta="center">
      {picture}
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw="34rem" component="div">
        {children}
      </Text>
      {actions && <Group justify="center">{actions}</Group>}
    </Stack>
  )
}
