import { Anchor, Button, Checkbox, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { action, loader } from './cohort.server.ts'
import { CohortFieldset } from './cohort-form.tsx'
import classes from './organizations.module.css'
import { PersonName } from './person-name.tsx'

export { action, loader } from '#features/organizations/pages/cohort.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function CohortPage() {
  const { t } = useTranslation('organizations')
  const { organization, can, cohort, cardCount, mayGiveCards, members } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const home = `/organizations/${organization.slug}`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={cohort.name}
        lead={[t(`cohorts.kinds.${cohort.kind}`), cohort.schoolYear, can.viewPeople && t('cohorts.people', { count: members.length })].filter(Boolean).join(' · ')}
        back={{ to: `${home}/cohorts`, label: t('cohorts.title') }}
        actions={
          <>
            {can.issue && members.length > 0 && (
              <>
                <Button component={Link} to={`${home}/issue?cohort=${cohort.id}`}>
                  {t('cohort.issue')}
                </Button>
                <Button component={Link} to={`${home}/cohorts/${cohort.id}/families`} variant="default">
                  {t('cohort.families')}
                </Button>
                <Button component={Link} to={`${home}/cards?cohort=${cohort.id}`} variant="default">
                  {cardCount > 0 ? t('cohort.cards', { count: cardCount }) : t('cohort.print')}
                </Button>
              </>
            )}
            {mayGiveCards && (
              <Button component={Link} to={`${home}/cohorts/${cohort.id}/access-cards`} variant="default">
                {t('cohort.access_cards')}
              </Button>
            )}
            {can.viewPeople && members.some(({ isPupil }) => isPupil) && (
              <Button component={Link} to={`${home}/departures/${cohort.id}`} variant="default">
                {t('cohort.leaving')}
              </Button>
            )}
          </>
        }
      />
      <DoneNotice slice="organizations" />
      <FormProblem result={result} slice="organizations" />
      {can.viewPeople ? <Members /> : <Notice kind="info">{t('cohort.hidden')}</Notice>}
      {can.managePeople && (
        <Stack gap="md" mt="xl">
          <AddMember result={result} />
          <details className={`surface ${classes.details}`}>
            <summary>{t('cohort.edit')}</summary>
            <Form method="post" noValidate>
              <Stack maw="40rem" mt="sm" gap="md">
                <CohortFieldset result={undefined} values={cohort} />
                <Group>
                  <Button type="submit" name="intent" value="save">
                    {t('save')}
                  </Button>
                  <Button type="submit" name="intent" value="archive" variant="outline" color="red">
                    {t('cohort.archive')}
                  </Button>
                </Group>
                <Text size="sm" c="dimmed">
                  {t('cohort.archive_help')}
                </Text>
              </Stack>
            </Form>
          </details>
        </Stack>
      )}
    </Container>
  )
}

function Members() {
  const { t } = useTranslation('organizations')
  const { organization, can, cohort, members } = useLoaderData<typeof loader>()
  if (members.length === 0)
    return (
      <EmptyState
        title={t('cohort.empty_title')}
        actions={
          can.managePeople && (
            <Button component={Link} to={`/organizations/${organization.slug}/import?cohort=${cohort.id}`}>
              {t('cohort.import')}
            </Button>
          )
        }
      >
        {t('cohort.empty')}
      </EmptyState>
    )
  return (
    <ul className={`surface ${classes.list}`}>
      {members.map((member) => {
        const name = `${member.givenName} ${member.familyName}`
        return (
          <li key={member.personId} className={classes.row}>
            <div>
              <PersonName {...member} />
              <Text size="sm" c="dimmed">
                {[!member.isPupil && t('cohort.staff'), member.emails[0] ?? t('cohort.no_email')].filter(Boolean).join(' · ')}
              </Text>
            </div>
            {can.managePeople && (
              <Form method="post">
                <input type="hidden" name="personId" value={member.personId} />
                <Group gap="xs">
                  <Button component={Link} to={`/organizations/${organization.slug}/people/${member.personId}`} variant="subtle" aria-label={t('people.edit', { name })}>
                    {t('edit')}
                  </Button>
                  <Button type="submit" name="intent" value="remove" variant="subtle" color="red" aria-label={t('cohort.remove_named', { name })}>
                    {t('cohort.remove')}
                  </Button>
                </Group>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function AddMember({ result }: { result: unknown }) {
  const { t } = useTranslation('organizations')
  const { organization, cohort, members } = useLoaderData<typeof loader>()
  const error = useFieldError(result, 'organizations')
  const typed = typedValues(result)
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="add">
      <Title order={2} id="add" mb={4}>
        {t('cohort.add_title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('cohort.add_help')}
        {members.length > 0 && (
          <>
            {' '}
            <Anchor component={Link} to={`/organizations/${organization.slug}/import?cohort=${cohort.id}`}>
              {t('cohort.import_more')}
            </Anchor>
          </>
        )}
      </Text>
      {/* The key empties the fields once somebody was added. */}
      <Form method="post" noValidate key={members.length}>
        <Group align="flex-start">
          <TextInput name="givenName" label={t('fields.given_name')} defaultValue={typed.givenName} error={error('givenName')} required flex="1 1 12rem" autoComplete="off" />
          <TextInput name="familyName" label={t('fields.family_name')} defaultValue={typed.familyName} error={error('familyName')} flex="1 1 12rem" autoComplete="off" />
        </Group>
        <Checkbox size="md" name="isStaff" value="yes" label={t('cohort.is_staff')} my="md" />
        <Button type="submit" name="intent" value="add" variant="default">
          {t('cohort.add')}
        </Button>
      </Form>
    </section>
  )
}
