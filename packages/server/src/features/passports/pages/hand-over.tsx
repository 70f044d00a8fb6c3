import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import type { Handover } from '../find-handover.ts'
import classes from './claim.module.css'

/** For whoever runs the ceremony and has scanned a card there: one button, which says so to everybody who helps. */
export function HandOver({ handover, code }: { handover: Handover; code: string }) {
  const { t } = useTranslation('passports')
  return (
    <section className={`surface ${classes.step}`} aria-labelledby="handover">
      <Form method="post" action={`/organizations/${handover.slug}/ceremonies/${handover.ceremonyId}/scan`} reloadDocument>
        <input type="hidden" name="code" value={code} />
        <Stack gap="sm">
          <Title order={2} id="handover">
            {t('handover.title')}
          </Title>
          <Text>{t(handover.isHanded ? 'handover.done' : 'handover.help')}</Text>
          <Button type="submit" size="lg" variant={handover.isHanded ? 'default' : 'filled'}>
            {t(handover.isHanded ? 'handover.see' : 'handover.submit')}
          </Button>
        </Stack>
      </Form>
    </section>
  )
}
