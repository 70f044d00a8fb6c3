import { Anchor, Button, Checkbox, Container, Group, Radio, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { SLIP_LANGUAGES } from '../guardians.schema.ts'
import { ConsentMark } from './consent-mark.tsx'
import type { loader } from './families.server.ts'
import classes from './guardians.module.css'

export { loader } from '#features/guardians/pages/families.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Row = ReturnType<typeof useLoaderData<typeof loader>>['families'][number]

export default function Families() {
  const { organization, can, cohort, families, problem } = useLoaderData<typeof loader>()
  const { t } = useTranslation('guardians')
  const home = `/organizations/${organization.slug}`
  const back = { to: `${home}/cohorts/${cohort.id}`, label: cohort.name }
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('families.title')} lead={t('families.lead')} back={back} />
      {problem && (
        <Notice kind="problem" mb="md">
          {t([`guardians:errors.${problem}`, `ceremonies:errors.${problem}`, 'web:errors.internal_error'])}
        </Notice>
      )}
      {families.length === 0 ? (
        <EmptyState
          title={t('families.empty_title')}
          actions={
            <Button component={Link} to={back.to}>
              {cohort.name}
            </Button>
          }
        >
          {t('families.empty')}
        </EmptyState>
      ) : (
        <Form method="post" action={`${home}/families.pdf`} reloadDocument>
          <input type="hidden" name="cohort" value={cohort.id} />
          <Stack gap="lg">
            <fieldset className={classes.group}>
              <legend>
                <Title order={2}>{t('families.who', { count: families.length })}</Title>
                <Text c="dimmed" mb="sm">
                  {t('families.who_help')}
                </Text>
              </legend>
              <ul className={`surface ${classes.list}`}>
                {families.map((family) => (
                  <FamilyRow key={family.childId} family={family} home={home} />
                ))}
              </ul>
            </fieldset>
            <Print />
          </Stack>
        </Form>
      )}
    </Container>
  )
}

function FamilyRow({ family, home }: { family: Row; home: string }) {
  const { t } = useTranslation('guardians')
  const name = `${family.givenName} ${family.familyName}`.trim()
  const notes = [
    ...family.guardians.map((guardian) => t('families.guardian', { name: guardian.name, relation: t(`relation.${guardian.relation}`) })),
    ...family.signers.map((signer) => t('families.signed_by', { name: signer })),
    family.printedOn && !family.hasAnswered ? t('families.printed_on', { date: family.printedOn }) : undefined,
    family.lacksFact ? t('families.lacks_fact') : undefined,
  ].filter(Boolean)
  const mayPrint = !family.decidesAlone && !family.lacksFact
  return (
    <li data-row="tight">
      <div>
        {mayPrint ? (
          <Checkbox
            name="child"
            value={family.childId}
            defaultChecked={!family.hasAnswered && !family.printedOn}
            size="md"
            label={<strong>{name}</strong>}
            description={notes.join(' · ') || t('families.nothing_yet')}
          />
        ) : (
          <>
            <strong>{name}</strong>
            <Text size="sm" c="dimmed">
              {family.decidesAlone ? t('families.of_age') : notes.join(' · ')}
            </Text>
          </>
        )}
        {!family.decidesAlone && family.hasAnswered && (
          <span className={`${classes.marks} ${classes.answers}`}>
            {family.decisions.map((decision) => (
              <ConsentMark key={decision.scope} {...decision} />
            ))}
          </span>
        )}
      </div>
      <Anchor component={Link} to={`${home}/families/${family.childId}`} className={classes.tappable} aria-label={t('families.open_named', { name })}>
        {t('families.open')}
      </Anchor>
    </li>
  )
}

function Print() {
  const { t } = useTranslation('guardians')
  return (
    <section className={`surface ${classes.print}`} aria-labelledby="print">
      <Title order={2} id="print">
        {t('print.title')}
      </Title>
      <Group align="flex-start" gap="xl">
        <Radio.Group name="copies" defaultValue="1" label={t('print.copies')} description={t('print.copies_help')}>
          <Stack gap="xs" mt="xs">
            {['1', '2'].map((count) => (
              <Radio key={count} value={count} size="md" label={t('print.count', { count: Number(count) })} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group name="language" defaultValue="fr" label={t('print.language')}>
          <Stack gap="xs" mt="xs">
            {SLIP_LANGUAGES.map((language) => (
              <Radio key={language} value={language} size="md" label={t(`print.languages.${language}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Group>
      <Text>{t('print.what')}</Text>
      <Button type="submit" size="lg">
        {t('print.submit')}
      </Button>
    </section>
  )
}
