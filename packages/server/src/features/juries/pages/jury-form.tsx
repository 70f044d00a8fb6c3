import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { MAX_QUORUM } from '../juries.schema.ts'

type Props = { result: unknown; values?: Record<string, string>; submit: string; cancel: string }

export function JuryForm({ result, values = {}, submit, cancel }: Props) {
  const { t } = useTranslation('juries')
  const error = useFieldError(result, 'juries')
  const typed = { ...values, ...typedValues(result) }
  const field = (name: string) => ({ name, defaultValue: typed[name], error: error(name) })
  return (
    <Form method="post" noValidate>
      <Stack gap="md" maw="40rem">
        <TextInput {...field('title')} label={t('form.title')} description={t('form.title_help')} required maxLength={120} />
        <Group gap="md" grow preventGrowOverflow={false}>
          <TextInput {...field('date')} type="date" label={t('form.date')} required />
          <TextInput {...field('time')} type="time" label={t('form.time')} required />
        </Group>
        <TextInput {...field('place')} label={t('form.place')} description={t('form.place_help')} maxLength={200} />
        <TextInput {...field('quorum')} type="number" min={1} max={MAX_QUORUM} label={t('form.quorum')} description={t('form.quorum_help')} required maw="20rem" />
        <Radio.Group name="announce" label={t('form.announce')} defaultValue={typed.announce ?? 'ceremony'}>
          <Stack gap="xs" mt="xs">
            <Radio value="ceremony" label={t('form.announce_ceremony')} description={t('form.announce_ceremony_help')} />
            <Radio value="now" label={t('form.announce_now')} description={t('form.announce_now_help')} />
          </Stack>
        </Radio.Group>
        <Group>
          <Button type="submit">{submit}</Button>
          <Button component={Link} to={cancel} variant="subtle">
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
