import { Button, Checkbox, Container, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './guardians.module.css'
import type { action, loader } from './my-family.server.ts'

export { action, loader } from '#features/guardians/pages/my-family.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function MyFamily() {
  const { isProtected, takesOver, guardians, decisions } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('guardians')
  const isSilent = guardians.length === 0 && decisions.every(({ state }) => state === 'unanswered')
  return (
    <Container size="md">
      <PageHeader title={t('mine.title')} lead={t(isProtected ? 'mine.lead' : 'mine.lead_of_age')} back={{ to: '/me/badges', label: t('mine.back') }} />
      <DoneNotice slice="guardians" />
      <FormProblem result={result} slice="guardians" />
      <Stack gap="xl">
        {takesOver && <TakeOver />}
        {isProtected && isSilent && (
          <EmptyState
            title={t('mine.silent_title')}
            actions={
              <Button component={Link} to="/me/badges">
                {t('mine.back')}
              </Button>
            }
          >
            {t('mine.silent')}
          </EmptyState>
        )}
        {isProtected && !isSilent && (
          <section aria-labelledby="said">
            <Title order={2} id="said" mb="sm">
              {t('mine.said')}
            </Title>
            <div className={classes.decisions}>
              {decisions.map((decision) => (
                <div key={decision.scope} className={`surface ${classes.decision}`}>
                  <Title order={3} size="h4">
                    {t(`scope.${decision.scope}.title`)}
                  </Title>
                  <span className={classes.state} data-state={decision.state}>
                    {t(`standing.${decision.state}`, { date: decision.on ?? '' })}
                  </span>
                  <Text>{t(`mine.${decision.scope}.${decision.state}`)}</Text>
                </div>
              ))}
            </div>
          </section>
        )}
        {guardians.length > 0 && <Guardians />}
        {!isProtected && !takesOver && guardians.length === 0 && <Text>{t('mine.nobody')}</Text>}
      </Stack>
    </Container>
  )
}

function TakeOver() {
  const { sharedBefore } = useLoaderData<typeof loader>()
  const { t } = useTranslation('guardians')
  return (
    <section className={`surface ${classes.joy}`} aria-labelledby="take-over">
      <Title order={2} id="take-over">
        {t('mine.take_over.title')}
      </Title>
      <List>
        <List.Item>{t('mine.take_over.decide')}</List.Item>
        <List.Item>{t('mine.take_over.family')}</List.Item>
        <List.Item>{t('mine.take_over.named')}</List.Item>
      </List>
      <Form method="post">
        <Stack>
          {sharedBefore.length > 0 && (
            <fieldset className={classes.group}>
              <legend>
                <Text>{t('mine.take_over.shared', { count: sharedBefore.length })}</Text>
              </legend>
              <Stack gap="sm" mt="sm">
                {sharedBefore.map((badge) => (
                  <Group key={badge.id} gap="sm" wrap="nowrap">
                    <BadgeImage imageId={badge.imageId} alt="" size={48} />
                    <Checkbox name="keep" value={badge.id} size="md" label={`${badge.name}, ${badge.organizationName}`} />
                  </Group>
                ))}
              </Stack>
            </fieldset>
          )}
          <div>
            <Button type="submit" name="intent" value="take-over" size="lg">
              {t(sharedBefore.length > 0 ? 'mine.take_over.submit_shared' : 'mine.take_over.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}

function Guardians() {
  const { isProtected, guardians } = useLoaderData<typeof loader>()
  const { t } = useTranslation('guardians')
  return (
    <section aria-labelledby="guardians">
      <Title order={2} id="guardians" mb={4}>
        {t('mine.guardians')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t(isProtected ? 'mine.guardians_help' : 'mine.guardians_of_age')}
      </Text>
      <ul className={`surface ${classes.list}`}>
        {guardians.map(({ guardianshipId, name, relation, since, isShown }) => (
          <li key={guardianshipId} data-row>
            <div>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {t('mine.guardian', { relation: t(`relation.${relation}`), date: since })}
              </Text>
            </div>
            {!isProtected && (
              <Form method="post">
                <input type="hidden" name="guardianshipId" value={guardianshipId} />
                <Button type="submit" name="intent" value={isShown ? 'hide' : 'show'} variant="default" aria-label={t(isShown ? 'mine.hide_from' : 'mine.show_to', { name })}>
                  {t(isShown ? 'mine.hide' : 'mine.show')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
