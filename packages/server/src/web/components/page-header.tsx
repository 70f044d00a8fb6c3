import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

type Props = { title: ReactNode; lead?: ReactNode; back?: { to: string; label: string }; actions?: ReactNode }

/** The one h1 of a page, a way back, a sentence that says what the page is for, and its main actions. */
export function PageHeader({ title, lead, back, actions }: Props) {
  return (
    <Stack gap="xs" mb="lg" component="header">
      {back && (
        <div>
          <Anchor component={Link} to={back.to} size="sm" display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
            ← {back.label}
          </Anchor>
        </div>
      )}
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} style={{ flex: '1 1 18rem' }}>
          <Title order={1}>{title}</Title>
          {lead && (
            <Text c="dimmed" maw="42rem">
              {lead}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
    </Stack>
  )
}
