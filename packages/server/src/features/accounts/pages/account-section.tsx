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
export function AccountForm({ intent, values = {}, children }: { intent: string; values?: Record<string, string>; children: ReactNode }) {
  const result = useOwnResult(intent, values)
  return (
    <Form method="post" preventScrollReset={result !== undefined}>
      <FormProblem result={result} slice="accounts" />
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  )
}

/** The refusal of this very form, if the last submit was its. */
export function useOwnResult(intent: string, values: Record<string, string> = {}): unknown {
  const result = useActionData<unknown>()
  const typed = typedValues(result)
  const isOwn = Object.entries({ intent, ...values }).every(([name, value]) => typed[name] === value)
  return isOwn ? result : undefined
}
