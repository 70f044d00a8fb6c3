import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { SCOPES } from '../guardians.schema.ts'
import type { Page } from './family.page.tsx'
import classes from './guardians.module.css'

/** What holds, and the way to take a yes back when the family asks the school. */
export function Consents({ page: { family } }: { page: Page }) {
  const { t } = useTranslation('guardians')
  return (
    <div className={classes.decisions}>
      {family.decisions.map(({ scope, state, on, given }) => (
        <section key={scope} className={`surface ${classes.decision}`} aria-labelledby={scope}>
          <Title order={2} size="h3" id={scope}>
            {t(`scope.${scope}.title`)}
          </Title>
          <span className={classes.state} data-state={state}>
            {t(`standing.${state}`, { date: on ?? '' })}
          </span>
          {given.length > 0 && (
            <details className={classes.details}>
              <summary>{t('family.withdraw')}</summary>
              <Form method="post">
                <input type="hidden" name="scope" value={scope} />
                <Stack gap="sm">
                  <Text size="sm">{t('family.withdraw_help')}</Text>
                  <NativeSelect name="deciderKey" label={t('family.who_asks')} data={given.map(({ deciderKey, name }) => ({ value: deciderKey, label: name }))} />
                  <div>
                    <Button type="submit" name="intent" value="withdraw" variant="outline" color="red">
                      {t('family.withdraw_submit')}
                    </Button>
                  </div>
                </Stack>
              </Form>
            </details>
          )}
        </section>
      ))}
    </div>
  )
}

/** The paper that came back signed. */
export function RecordPaper({ page, result }: { page: Page; result: unknown }) {
  const { t } = useTranslation('guardians')
  const fieldError = useFieldError(result, 'guardians')
  const typed = typedValues(result)
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="paper">
      <Title order={2} id="paper" mb={4}>
        {t('paper.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('paper.help')}
      </Text>
      {/* The key empties the fields once it was written down. */}
      <Form method="post" key={page.family.history.length}>
        <Stack gap="md" maw="40rem">
          <TextInput name="signer" label={t('paper.signer')} defaultValue={typed.signer} error={fieldError('signer')} autoComplete="off" required maxLength={100} />
          <TextInput
            type="date"
            name="signedOn"
            label={t('paper.signed_on')}
            defaultValue={typed.signedOn ?? page.today}
            max={page.today}
            error={fieldError('signedOn')}
            required
          />
          <Checkbox.Group label={t('paper.scopes')} error={fieldError('scopes')}>
            <Stack gap="xs" mt="xs">
              {SCOPES.map((scope) => (
                <Checkbox key={scope} name="scopes" value={scope} size="md" label={t(`scope.${scope}.title`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Radio.Group name="decision" defaultValue={typed.decision ?? 'given'} label={t('paper.says')}>
            <Group mt="xs">
              <Radio value="given" size="md" label={t('paper.yes')} />
              <Radio value="withdrawn" size="md" label={t('paper.no')} />
            </Group>
          </Radio.Group>
          <div>
            <Button type="submit" name="intent" value="record">
              {t('paper.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}
