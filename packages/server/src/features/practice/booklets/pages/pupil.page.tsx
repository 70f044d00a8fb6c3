import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { BookletView } from './booklet-view.tsx'
import classes from './booklets.module.css'
import type { loader } from './pupil.server.ts'

export { loader } from '#features/practice/booklets/pages/pupil.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function PupilBooklet() {
  const { organization, can, here, booklet } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={booklet.name}
        lead={[booklet.programme, booklet.className, booklet.schoolYear].filter(Boolean).join(' · ')}
        back={{ to: `${here}/booklets`, label: t('class.title') }}
        actions={
          <Form method="post" action={`${here}/booklets.pdf`} reloadDocument>
            <input type="hidden" name="person" value={booklet.personId} />
            <Button type="submit" variant="default">
              {t('class.submit_one')}
            </Button>
          </Form>
        }
      />
      <Stack gap="xl">
        <BookletView booklet={booklet} opensResources />
        <Former />
      </Stack>
    </Container>
  )
}

/** What was made elsewhere and is shown here. When there is nothing, nobody can tell whether there is something. */
function Former() {
  const { organization, booklet, shown } = useLoaderData<typeof loader>()
  const { t } = useTranslation('booklets')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="former">
      <Title order={2} id="former" mb="xs">
        {t('former.title')}
      </Title>
      {shown.length === 0 ? (
        <Text>{t('former.none')}</Text>
      ) : (
        <ul className={classes.lines}>
          {shown.map(({ programmeId, name, schoolYear, organizationName }) => (
            <li key={programmeId}>
              <Link to={`/organizations/${organization.slug}/booklets/${booklet.personId}/${programmeId}`} className={classes.tappable}>
                {name}
              </Link>
              <Text size="sm" c="dimmed">
                {organizationName} · {schoolYear}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
