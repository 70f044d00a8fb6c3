import { Button, Checkbox, Container, Group, NativeSelect, Radio, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { CodeList } from './code-list.tsx'
import classes from './departures.module.css'
import type { action, loader } from './leaving-class.server.ts'

export { action, loader } from '#features/departures/pages/leaving-class.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Pupil = ReturnType<typeof useLoaderData<typeof loader>>['pupils'][number]

export default function LeavingClassPage() {
  const { organization, can, cohort, pupils, problem, names } = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const result = useActionData<typeof action>()
  const home = `/organizations/${organization.slug}`
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('leaving.heading', { name: cohort.name })} lead={t('leaving.lead')} back={{ to: `${home}/departures`, label: t('departures.title') }} />
      <FormProblem result={result} slice="departures" />
      {problem && (
        <Notice kind="problem" mb="md">
          {t([`departures:errors.${problem}`, 'web:errors.internal_error'], { names, count: names ? 1 : 0 })}
        </Notice>
      )}
      {result && 'list' in result && <CodeList list={result.list} skipped={result.skipped} schoolName={organization.name} className={cohort.name} />}
      {pupils.length === 0 ? (
        <EmptyState
          title={t('leaving.empty')}
          actions={
            <Button component={Link} to={`${home}/cohorts/${cohort.id}`}>
              {t('leaving.empty_go')}
            </Button>
          }
        >
          {t('leaving.empty_help')}
        </EmptyState>
      ) : (
        <Prepare result={result} />
      )}
    </Container>
  )
}

function Prepare({ result }: { result: unknown }) {
  const { organization, cohort, pupils, destinations, can, problem, asked } = useLoaderData<typeof loader>()
  const { t } = useTranslation('departures')
  const typed = typedValues(result)
  const areAllKept = pupils.every(({ isKept }) => isKept)
  const pdf = `/organizations/${organization.slug}/departures.pdf`
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="cohort" value={cohort.id} />
      <Stack gap="xl">
        <section className={`surface ${classes.panel}`} aria-labelledby="where">
          <Title order={2} id="where" mb="sm">
            {t('leaving.where')}
          </Title>
          <Stack gap="md">
            <Radio.Group name="kind" defaultValue={typed.kind ?? asked.kind ?? 'transfer'} label={t('leaving.kind')}>
              <Stack gap="sm" mt="xs">
                <Radio value="transfer" label={t('leaving.transfer')} description={t('leaving.transfer_help')} />
                <Radio value="home" label={t('leaving.home')} description={t('leaving.home_help')} />
              </Stack>
            </Radio.Group>
            <NativeSelect
              name="destination"
              label={t('leaving.destination')}
              description={t(can.managePeople ? 'leaving.destination_help' : 'leaving.destination_ask')}
              defaultValue={typed.destination ?? asked.destination ?? ''}
              data={[{ value: '', label: t('leaving.elsewhere') }, ...destinations]}
              maw="34rem"
            />
          </Stack>
        </section>
        <fieldset className={classes.choice}>
          <legend>
            <Title order={2} component="span">
              {t('leaving.who', { count: pupils.length })}
            </Title>
          </legend>
          <Text c="dimmed" mb="sm" maw="42rem">
            {t('leaving.who_help')} {areAllKept && t('leaving.all_kept')}
          </Text>
          <ul className={`surface ${classes.pupils}`}>
            {pupils.map((pupil) => (
              <li key={pupil.personId}>
                <Checkbox
                  name="person"
                  value={pupil.personId}
                  size="md"
                  label={<strong>{pupil.name}</strong>}
                  description={<Standing pupil={pupil} isMarked={!areAllKept} />}
                  defaultChecked={problem ? asked.personIds.includes(pupil.personId) : isWithout(pupil)}
                />
              </li>
            ))}
          </ul>
        </fieldset>
        <div>
          <Group>
            <Button type="submit" formAction={pdf} size="md">
              {t('leaving.print')}
            </Button>
            <Button type="submit" variant="default" size="md">
              {t('leaving.list')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" mt="xs" maw="42rem">
            {t('leaving.print_help')}
          </Text>
        </div>
      </Stack>
    </Form>
  )
}

const isWithout = ({ transfer, home, hasAddress }: Pupil) => !transfer && !home && !hasAddress

function Standing({ pupil: { transfer, home, hasAddress, isKept }, isMarked }: { pupil: Pupil; isMarked: boolean }) {
  const { t } = useTranslation('departures')
  const marks: [string, 'ready' | 'plain'][] = []
  if (transfer)
    marks.push([
      t(
        transfer.state === 'requested'
          ? 'standing.requested'
          : transfer.state === 'expired'
            ? 'standing.expired'
            : transfer.destinationName
              ? 'standing.code_for'
              : 'standing.code',
        {
          school: transfer.destinationName,
          date: transfer.createdOn,
        },
      ),
      transfer.state === 'expired' ? 'plain' : 'ready',
    ])
  if (home) marks.push([t(home.state === 'expired' ? 'standing.expired' : 'standing.home', { date: home.createdOn }), home.state === 'expired' ? 'plain' : 'ready'])
  if (hasAddress) marks.push([t('standing.address'), 'ready'])
  if (marks.length === 0) marks.push([t('standing.nothing'), 'plain'])
  return (
    <>
      {marks.map(([words, kind]) => (
        <span key={words} className={classes.mark} data-kind={kind}>
          {words}
        </span>
      ))}
      {isKept && isMarked && !hasAddress && (
        <span className={classes.mark} data-kind="plain">
          {t('standing.kept')}
        </span>
      )}
    </>
  )
}
