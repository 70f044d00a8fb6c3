import { Button, Container, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem, problemOf, typedValues } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { ArrivalLines } from './arrival-lines.tsx'
import type { action, loader } from './arrivals.server.ts'
import classes from './departures.module.css'
import { History } from './history.tsx'

export { action, loader } from '#features/departures/pages/arrivals.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ArrivalsPage() {
  const { organization, can, waiting, come, classes: cohorts } = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const result = useActionData<typeof action>()
  const lines = result && 'lines' in result ? result.lines : undefined
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('arrivals.title')} lead={t('arrivals.lead')} />
      {!problemOf(result) && !lines && <DoneNotice slice="departures" />}
      <FormProblem result={result} slice="departures" />
      <Stack gap={40}>
        {lines && <ArrivalLines lines={lines} classes={cohorts} />}
        <section aria-labelledby="enter">
          <Title order={2} id="enter" mb="sm">
            {t(lines ? 'arrivals.enter_more' : 'arrivals.enter')}
          </Title>
          <Form method="post" key={lines ? 'again' : 'first'}>
            <Stack gap="md" align="flex-start">
              <Textarea
                name="codes"
                label={t('arrivals.codes')}
                description={t('arrivals.codes_help')}
                defaultValue={typedValues(result).codes}
                placeholder={'ABCD-EFGH\nJKMN-PQRS'}
                required
                rows={4}
                w="100%"
                maw="34rem"
                autoComplete="off"
                spellCheck={false}
              />
              {cohorts.length > 0 && (
                <NativeSelect
                  name="class"
                  label={t('arrivals.class')}
                  description={t('arrivals.class_help')}
                  defaultValue={typedValues(result).class}
                  data={[{ value: '', label: t('lines.no_class') }, ...cohorts]}
                  w="100%"
                  maw="34rem"
                />
              )}
              <Button type="submit" name="intent" value="look" variant={lines ? 'default' : 'filled'}>
                {t('arrivals.look')}
              </Button>
            </Stack>
          </Form>
        </section>
        {waiting.length > 0 && (
          <section aria-labelledby="waiting">
            <Title order={2} id="waiting">
              {t('arrivals.waiting', { count: waiting.length })}
            </Title>
            <Text c="dimmed" mb="sm" maw="42rem">
              {t('arrivals.waiting_help')}
            </Text>
            <ul className={`surface ${classes.list}`}>
              {waiting.map((line) => (
                <li key={line.departureId} className={classes.row}>
                  <div>
                    <Text fw={600}>{[line.name, line.className].filter(Boolean).join(' · ')}</Text>
                    <Text size="sm" c="dimmed">
                      {t('arrivals.asked_on', { school: line.otherName, date: line.requestedOn, who: line.requestedBy ?? 'none' })}
                    </Text>
                  </div>
                  <Form method="post">
                    <input type="hidden" name="departureId" value={line.departureId} />
                    <Button type="submit" name="intent" value="cancel" variant="subtle" color="red" aria-label={t('arrivals.cancel_named', { name: line.name })}>
                      {t('arrivals.cancel')}
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          </section>
        )}
        <History lines={come} direction="in" />
      </Stack>
    </Container>
  )
}
