import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Form, useActionData } from 'react-router'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'

/** One part of the account page, with its own heading that a link can lead to. */
export function AccountSection({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <Stack component="section" className="surface" p={{ base: 'md', sm: 'xl' }} aria-labelledby={id}>
      <Stack gap={4}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {lead && (
          <Text c="dimmed" size="sm">
            {lead}
          </Text>
        )}
      </Stack>
      {children}
    </Stack>
  )
}

/** A form of this page: what it was refused for stands above it, not above another one. */
export function AccountForm({ intent, children }: { intent: string; children: ReactNode }) {
  const result = useOwnResult([intent])
  return (
    <Form method="post" preventScrollReset={result !== undefined}>
      <FormProblem result={result} slice="accounts" />
      <input type="hidden" name="intent" value={intent} />
      {children}
    </Form>
  )
}

/** A button on a line of a list. What it was refused for stands above the list: see LineProblem. */
export function LineForm({ intent, name, value, children }: { intent: string; name: string; value: string; children: ReactNode }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={name} value={value} />
      {children}
    </Form>
  )
}

export function LineProblem({ intents }: { intents: string[] }) {
  return <FormProblem result={useOwnResult(intents)} slice="accounts" />
}

/** The refusal of the last submit, if it was of one of these forms. */
export function useOwnResult(intents: string[]): unknown {
  const result = useActionData<unknown>()
  return intents.includes(typedValues(result).intent ?? '') ? result : undefined
}
