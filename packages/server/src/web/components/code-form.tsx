import { Button, Stack, TextInput } from '@mantine/core'
import { Form, useActionData } from 'react-router'
import classes from './code-form.module.css'
import { typedValues } from './form-problem.tsx'

type Props = { label: string; help: string; submit: string }

/** The code of a card or a paper, typed large by whoever has no camera. */
export function CodeForm({ label, help, submit }: Props) {
  const result = useActionData()
  return (
    <Form method="post">
      <Stack gap="md">
        <TextInput
          name="code"
          label={label}
          description={help}
          defaultValue={typedValues(result).code}
          placeholder="ABCD-EFGH"
          required
          withAsterisk={false}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          size="xl"
          classNames={{ input: classes.code }}
        />
        <Button type="submit" size="xl" fullWidth>
          {submit}
        </Button>
      </Stack>
    </Form>
  )
}
