import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import type { Page } from './family.page.tsx'
import classes from './guardians.module.css'

export function Guardians({ page: { family, organization } }: { page: Page }) {
  const { t } = useTranslation('guardians')
  return (
    <section aria-labelledby="guardians">
      <Title order={2} id="guardians" mb="sm">
        {t('family.guardians', { count: family.guardians.length })}
      </Title>
      {family.guardians.length === 0 ? (
        <Text c="dimmed">{t('family.no_guardian')}</Text>
      ) : (
        <ul className={`surface ${classes.list}`}>
          {family.guardians.map(({ guardianshipId, name, relation, since }) => (
            <li key={guardianshipId}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {t('family.declared', { relation: t(`relation.${relation}`), date: since })}
              </Text>
              <Group gap="xs" align="flex-start">
                {!family.decidesAlone && (
                  <Form method="post" action={`/organizations/${organization.slug}/families.pdf`} reloadDocument>
                    <input type="hidden" name="renew" value={guardianshipId} />
                    <input type="hidden" name="child" value={family.childId} />
                    <Button type="submit" variant="default" aria-label={t('family.renew_named', { name })}>
                      {t('family.renew')}
                    </Button>
                  </Form>
                )}
                <details className={classes.details}>
                  <summary>{t('family.end')}</summary>
                  <Form method="post">
                    <input type="hidden" name="guardianshipId" value={guardianshipId} />
                    <Stack gap="sm">
                      <Text size="sm">{t('family.end_help', { name })}</Text>
                      <TextInput name="reason" label={t('family.end_reason')} required minLength={3} maxLength={500} />
                      <div>
                        <Button type="submit" name="intent" value="end" variant="outline" color="red">
                          {t('family.end_submit')}
                        </Button>
                      </div>
                    </Stack>
                  </Form>
                </details>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function Slips({ page: { family, organization } }: { page: Page }) {
  const { t } = useTranslation('guardians')
  const isFirstAnswered = family.slips.some(({ copy, isUsed, isReplacement }) => copy === 1 && isUsed && !isReplacement)
  return (
    <section aria-labelledby="slips">
      <Title order={2} id="slips" mb="sm">
        {t('family.slips')}
      </Title>
      {family.slips.length > 0 && (
        <ul className={`surface ${classes.list}`}>
          {family.slips.map(({ slipId, copy, printedOn, isUsed, isReplacement }) => (
            <li key={slipId} data-row>
              <div>
                <Text fw={600}>{isReplacement ? t('family.slip_renewed') : t('family.slip', { copy })}</Text>
                <Text size="sm" c="dimmed">
                  {t(isUsed ? 'family.slip_used' : 'family.slip_waiting', { date: printedOn })}
                </Text>
              </div>
              <Form method="post">
                <input type="hidden" name="slipId" value={slipId} />
                <Button type="submit" name="intent" value="cancel" variant="subtle" color="red" aria-label={t('family.cancel_named', { copy })}>
                  {t('family.cancel')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {family.lacksFact ? (
        <Text c="dimmed" mt="sm">
          {t('families.lacks_fact')}
        </Text>
      ) : (
        <Form method="post" action={`/organizations/${organization.slug}/families.pdf`} reloadDocument>
          <input type="hidden" name="child" value={family.childId} />
          <Group gap="sm" mt="sm">
            {!isFirstAnswered && (
              <Button type="submit" name="copies" value="1" variant="default">
                {t('family.print_one')}
              </Button>
            )}
            <Button type="submit" name="copies" value="2" variant="default">
              {t(isFirstAnswered ? 'family.print_second' : 'family.print_two')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" mt="xs">
            {t('family.print_help')}
          </Text>
        </Form>
      )}
    </section>
  )
}
