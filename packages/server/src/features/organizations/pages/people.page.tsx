import { Badge, Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PageLinks } from '#web/components/page-links.tsx'
import { ViewSwitch } from '#web/components/view-switch.tsx'
import classes from './organizations.module.css'
import { PendingInvitations } from './pending-invitations.tsx'
import type { action, loader } from './people.server.ts'
import { PersonName } from './person-name.tsx'

export { action, loader } from '#features/organizations/pages/people.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function PeoplePage() {
  const { t } = useTranslation('organizations')
  const { organization, can, kind, search, total, page, pageCount, members, invitations } = useLoaderData<typeof loader>()
  const home = `/organizations/${organization.slug}`
  const isPupils = kind === 'pupils'
  const add = can.managePeople && (
    <>
      <Button component={Link} to={`${home}/import`} variant={isPupils ? 'filled' : 'default'}>
        {t('people.import')}
      </Button>
      <Button component={Link} to={`${home}/people/invite`} variant={isPupils ? 'default' : 'filled'}>
        {t('people.invite')}
      </Button>
    </>
  )
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('people.title')} lead={t('people.lead')} actions={add} />
      <DoneNotice slice="organizations" />
      <FormProblem result={useActionData<typeof action>()} slice="organizations" />
      <ViewSwitch
        label={t('people.views')}
        views={[
          { to: `${home}/people`, label: t('people.staff'), isCurrent: !isPupils },
          { to: `${home}/people?kind=pupils`, label: t('people.pupils'), isCurrent: isPupils },
        ]}
      />
      <Stack gap="xl">
        <PendingInvitations invitations={invitations} />
        <section aria-labelledby="members">
          <Title order={2} id="members" mb="sm">
            {t(isPupils ? 'people.pupils' : 'people.staff')}
          </Title>
          {(total > 8 || search !== '') && <Search search={search} kind={kind} />}
          {total === 0 ? (
            <EmptyState title={t(search ? 'people.none_found' : isPupils ? 'people.no_pupils' : 'people.no_staff')} actions={search ? undefined : add}>
              {t(search ? 'people.none_found_help' : isPupils ? 'people.no_pupils_help' : 'people.no_staff_help')}
            </EmptyState>
          ) : (
            <>
              <Text c="dimmed" mb="xs" role="status">
                {t('people.count', { count: total })}
              </Text>
              <ul className={`surface ${classes.list}`}>
                {members.map((member) => (
                  <li key={member.personId} className={classes.person}>
                    <div>
                      <PersonName {...member} />
                      <Text size="sm" c="dimmed">
                        {[member.title, member.classes.join(', '), member.email].filter(Boolean).join(' · ')}
                      </Text>
                    </div>
                    {!member.isPupil && (
                      <Group gap={6} className={classes.roles}>
                        {member.roles.map((role) => (
                          <Badge key={role} variant="light" tt="none" size="lg" color={role === 'member' ? 'gray' : undefined}>
                            {t(`roles.${role}.name`)}
                          </Badge>
                        ))}
                      </Group>
                    )}
                    {can.managePeople && (
                      <Button
                        component={Link}
                        to={`${home}/people/${member.personId}`}
                        variant="subtle"
                        aria-label={t('people.edit', { name: `${member.givenName} ${member.familyName}` })}
                      >
                        {t('edit')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              <PageLinks page={page} pageCount={pageCount} />
            </>
          )}
        </section>
      </Stack>
    </Container>
  )
}

function Search({ search, kind }: { search: string; kind: string }) {
  const { t } = useTranslation('organizations')
  return (
    <Form method="get" role="search">
      <Group align="flex-end" mb="md" maw="34rem">
        {kind === 'pupils' && <input type="hidden" name="kind" value="pupils" />}
        <TextInput name="q" label={t('people.search')} defaultValue={search} flex="1 1 14rem" />
        <Button type="submit" variant="default">
          {t('search')}
        </Button>
      </Group>
    </Form>
  )
}
