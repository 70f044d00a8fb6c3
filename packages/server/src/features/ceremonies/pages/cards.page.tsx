import { Button, Checkbox, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './cards.module.css'
import type { loader } from './cards.server.ts'
import { SheetChoice } from './sheet-choice.tsx'

export { loader } from '#features/ceremonies/pages/cards.server.ts'
export const meta = titled

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

export default function Cards() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const home = `/organizations/${page.organization.slug}`
  const isPrinted = page.rows.some(({ printedOn }) => printedOn)
  return (
    <Container size="lg">
      <OrganizationNav organization={page.organization} can={page.can} />
      <PageHeader title={t('cards.title')} lead={t('cards.lead')} />
      {page.problem && (
        <Notice kind="problem" mb="md">
          {t([`ceremonies:errors.${page.problem}`, 'web:errors.internal_error'], { max: page.max })}
        </Notice>
      )}
      {page.rows.length === 0 ? (
        <EmptyState
          title={t('cards.empty.title')}
          actions={
            <Button component={Link} to={page.isNarrowed ? `${home}/cards` : `${home}/issue`}>
              {t(page.isNarrowed ? 'cards.empty.all' : 'cards.empty.issue')}
            </Button>
          }
        >
          {t(page.isNarrowed ? 'cards.empty.narrowed' : 'cards.empty.sentence')}
        </EmptyState>
      ) : (
        <Form method="post" action={`${home}/cards.pdf`} reloadDocument>
          {/* What the Enter key presses: the first button of a form, which must not be that of a lost card. */}
          <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
          <Stack gap="lg">
            <input type="hidden" name="choice" value={page.choice} />
            {isPrinted && <Notice kind="warning">{t('cards.printed_before')}</Notice>}
            <SheetChoice sheets={page.sheets} chosenSheet={page.chosenSheet} isPrinted={isPrinted} />
            <fieldset className={classes.group}>
              <legend>
                <Title order={2}>{t('cards.who', { count: page.rows.length })}</Title>
                <Text c="dimmed">{t(page.areAllTicked ? 'cards.who_all' : 'cards.who_help')}</Text>
              </legend>
              {!page.areAllTicked && page.rows.some((row) => !waits(row)) && (
                <Button type="submit" name="tick" value="all" variant="default" mb="sm">
                  {t('cards.tick_all')}
                </Button>
              )}
              <ul className={classes.list}>
                {page.rows.map((row) => (
                  <Person key={row.credentialId} row={row} isTicked={page.areAllTicked || waits(row)} />
                ))}
              </ul>
            </fieldset>
            <div className={`surface ${classes.print}`}>
              <Text fw={600}>{t('cards.paper')}</Text>
              <Button type="submit" size="lg">
                {t('cards.submit')}
              </Button>
            </div>
          </Stack>
        </Form>
      )}
    </Container>
  )
}

/** Nobody else can tell them, and no card is on its way. */
const waits = (row: Row) => !row.isClaimed && !row.hasEmail && !row.printedOn

function Person({ row, isTicked }: { row: Row; isTicked: boolean }) {
  const { t } = useTranslation('ceremonies')
  const notes = [
    row.isClaimed ? t('cards.claimed') : undefined,
    row.printedOn && !row.isClaimed ? t('cards.printed_on', { date: row.printedOn }) : undefined,
    row.hasEmail ? t('cards.has_email') : undefined,
  ].filter((note) => note !== undefined)
  return (
    <li className={classes.person}>
      <Checkbox
        name="credential"
        value={row.credentialId}
        defaultChecked={isTicked}
        size="md"
        label={
          <span>
            <strong>{row.name || t('cards.nobody')}</strong>
            {row.className && ` · ${row.className}`}
          </span>
        }
        description={[row.badgeName, ...notes].join(' · ')}
        classNames={{ body: classes.body, labelWrapper: classes.label }}
      />
      {row.printedOn && (
        <Button
          type="submit"
          name="lost"
          value={row.credentialId}
          variant="subtle"
          size="compact-md"
          className={classes.lost}
          aria-label={t('cards.lost_named', { name: row.name })}
        >
          {t('cards.lost')}
        </Button>
      )}
    </li>
  )
}
