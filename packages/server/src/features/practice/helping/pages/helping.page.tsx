import { Button, Container, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ProgrammeViews } from '../../programmes/pages/programme-views.tsx'
import { MAX_NEEDED } from '../helping.schema.ts'
import classes from './helping.module.css'
import type { action, loader } from './helping.server.ts'

export { action, loader } from '#features/practice/helping/pages/helping.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>
type Helper = Data['helpers'][number]

export default function HelpingPage() {
  const { organization, can, here, programme, helpers, hint } = useLoaderData<typeof loader>()
  const { t } = useTranslation('helping')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('title')} lead={t('lead')} back={{ to: here, label: programme.name }} />
      <ProgrammeViews here={here} />
      <Stack gap="xl" mt="lg">
        <div>
          <DoneNotice slice="helping" />
          <FormProblem result={useActionData<typeof action>()} slice="practice" />
          <Reached />
          {hint && (
            <Notice kind="info" mt="md">
              {t('hint', hint)}
            </Notice>
          )}
        </div>
        {helpers.length === 0 ? <EmptyState title={t('none')}>{t('none_help')}</EmptyState> : <Helpers />}
        {!programme.isArchived && <Settings />}
      </Stack>
    </Container>
  )
}

/** Who has helped often enough: one button, for a teacher to press. */
function Reached() {
  const { helpers, chosen } = useLoaderData<typeof loader>()
  const { t } = useTranslation('helping')
  const reached = helpers.filter(({ isReached }) => isReached)
  if (!chosen || reached.length === 0) return null
  return (
    <section className={`surface ${classes.panel} ${classes.reached}`} aria-labelledby="reached">
      <Title order={2} id="reached">
        {t('reached.title')}
      </Title>
      <Text>{t('reached.lead', { badge: chosen.name })}</Text>
      <Form method="post" className={classes.whole}>
        <ul className={classes.people}>
          {reached.map(({ personId, name, helpedNames }) => (
            <li key={personId}>
              <span>{t('reached.who', { name, names: helpedNames })}</span>
              <Button type="submit" name="intent" value={`give:${personId}`} aria-label={t('reached.give_named', { name })}>
                {t('reached.give')}
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}

function Helpers() {
  const { helpers, period } = useLoaderData<typeof loader>()
  const { t } = useTranslation('helping')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="helpers">
      <Title order={2} id="helpers">
        {t('table.caption')}
      </Title>
      {period && <Text c="dimmed">{t('table.period', { name: period })}</Text>}
      <Form method="post" className={classes.whole} preventScrollReset>
        <ul className={classes.helpers}>
          {helpers.map((helper) => (
            <OneHelper key={helper.personId} helper={helper} />
          ))}
        </ul>
      </Form>
    </section>
  )
}

function OneHelper({ helper: { personId, name, cohorts, offers, asked, confirmed } }: { helper: Helper }) {
  const { t } = useTranslation('helping')
  return (
    <li>
      <div className={classes.who}>
        <Title order={3} size="h4">
          {name}
        </Title>
        <Text size="sm" c="dimmed">
          {cohorts}
        </Text>
        <Text size="sm">
          {t('table.asked', { count: asked })}
          {confirmed > 0 && ` · ${t('table.helps', { count: confirmed })}`}
        </Text>
      </div>
      <ul className={classes.offers} aria-label={t('table.offers')}>
        {offers.map(({ achievementId, badge, isPaused }) => (
          <li key={achievementId}>
            <span>
              {badge}
              {isPaused && ` (${t('paused')})`}
            </span>
            <Button
              type="submit"
              name="intent"
              value={`${isPaused ? 'free' : 'pause'}:${personId}:${achievementId}`}
              variant="default"
              size="sm"
              mih="2.75rem"
              aria-label={t(isPaused ? 'free_named' : 'pause_named', { name, badge })}
            >
              {t(isPaused ? 'free' : 'pause')}
            </Button>
          </li>
        ))}
        {offers.length === 0 && <li>{t('no_offer')}</li>}
      </ul>
    </li>
  )
}

function Settings() {
  const { choices, chosen } = useLoaderData<typeof loader>()
  const { t } = useTranslation('helping')
  const result = useActionData<typeof action>()
  const typed = typedValues(result)
  const error = useFieldError(result, 'practice')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="settings">
      <Title order={2} id="settings">
        {t('settings.title')}
      </Title>
      <Text c="dimmed" maw="42rem">
        {t('settings.lead')}
      </Text>
      {choices.length === 0 ? (
        <Text>{t('settings.no_badge')}</Text>
      ) : (
        <Form method="post" className={classes.whole}>
          <Group align="flex-start" gap="md">
            <NativeSelect
              name="achievementId"
              label={t('settings.badge')}
              data={[{ value: '', label: t('settings.none') }, ...choices]}
              defaultValue={typed.achievementId ?? chosen?.achievementId ?? ''}
              error={error('achievementId')}
              style={{ flex: '1 1 14rem' }}
            />
            <TextInput
              type="number"
              name="needed"
              label={t('settings.needed')}
              min={1}
              max={MAX_NEEDED}
              defaultValue={typed.needed ?? chosen?.needed ?? 5}
              error={error('needed')}
              style={{ flex: '0 1 12rem' }}
            />
          </Group>
          <Button type="submit" name="intent" value="choose" variant="default" mt="md">
            {t('settings.save')}
          </Button>
        </Form>
      )}
    </section>
  )
}
