import { Button, Group, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { useSearchAsTyped } from '#web/components/use-search-as-typed.ts'

/** A list is narrowed as one types; without scripts, by a button. */
export function CircleSearch({ label, help, search }: { label: string; help?: string; search: string }) {
  const { t } = useTranslation('circle')
  return (
    <Form method="get" role="search" onInput={useSearchAsTyped()}>
      <Group align="flex-end" gap="sm" maw="34rem">
        <TextInput name="q" type="search" label={label} description={help} defaultValue={search} maxLength={100} flex="1 1 14rem" />
        <Button type="submit" variant="default">
          {t('members.submit')}
        </Button>
      </Group>
    </Form>
  )
}
