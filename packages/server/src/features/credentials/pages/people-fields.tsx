// The three ways to say who receives.
import { Anchor, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import classes from './choose-people.module.css'

type Cohort = { id: string; name: string; schoolYear: string; memberCount: number }
export type PeopleProps = {
  organization: { slug: string }
  badge: { achievementId: string }
  cohorts: Cohort[]
  cohort: Cohort | null
  members: { personId: string; name: string; hasEmail: boolean; isHolder: boolean; heldLevels: string[] }[]
  areAllTicked: boolean
  prefilled: { name: string; email: string; list: string }
}

export function PersonFields({ prefilled }: PeopleProps) {
  const { t } = useTranslation('credentials')
  const result = useActionData()
  const typed = typedValues(result)
  const errorOf = useFieldError(result, 'credentials')
  return (
    <Stack gap="md" maw="32rem">
      <TextInput name="name" label={t('issue.person.name')} autoComplete="off" required maxLength={200} defaultValue={typed['name'] ?? prefilled.name} error={errorOf('name')} />
      <TextInput
        name="email"
        type="email"
        label={t('issue.person.email')}
        description={t('issue.person.email_help')}
        autoComplete="off"
        defaultValue={typed['email'] ?? prefilled.email}
        error={errorOf('email')}
      />
    </Stack>
  )
}

export function CohortFields({ organization, badge, cohorts, cohort, members, areAllTicked }: PeopleProps) {
  const { t } = useTranslation('credentials')
  const address = `?achievement=${badge.achievementId}&to=cohort`
  if (cohorts.length === 0)
    return (
      <EmptyState
        title={t('issue.cohort.none.title')}
        actions={
          <Anchor component={Link} to={`/organizations/${organization.slug}/cohorts`}>
            {t('issue.cohort.none.action')}
          </Anchor>
        }
      >
        {t('issue.cohort.none.advice')}
      </EmptyState>
    )
  return (
    <Stack gap="lg">
      <ul className={classes.cohorts} aria-label={t('issue.cohort.choose')}>
        {cohorts.map(({ id, name, memberCount }) => (
          <li key={id}>
            <Link to={`${address}&cohort=${id}`} aria-current={id === cohort?.id ? 'true' : undefined} preventScrollReset>
              {name}
              <small>{t('issue.cohort.count', { count: memberCount })}</small>
            </Link>
          </li>
        ))}
      </ul>
      {cohort && members.length === 0 && <Text>{t('issue.cohort.empty')}</Text>}
      {cohort && members.length > 0 && <Members members={members} areAllTicked={areAllTicked} cohort={cohort} address={`${address}&cohort=${cohort.id}`} />}
    </Stack>
  )
}

type MembersProps = Pick<PeopleProps, 'members' | 'areAllTicked'> & { cohort: Cohort; address: string }

function Members({ members, areAllTicked, cohort, address }: MembersProps) {
  const { t } = useTranslation('credentials')
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" fw={600} mb="xs">
        {t('issue.cohort.who', { name: cohort.name })}
      </Text>
      <Group gap="lg" mb="xs">
        <Anchor component={Link} to={address} className={classes.tick} preventScrollReset>
          {t('issue.cohort.tick_all')}
        </Anchor>
        <Anchor component={Link} to={`${address}&ticked=none`} className={classes.tick} preventScrollReset>
          {t('issue.cohort.tick_none')}
        </Anchor>
      </Group>
      <ul className={classes.members}>
        {members.map(({ personId, name, hasEmail, isHolder, heldLevels }) => (
          <li key={personId}>
            <label className={classes.member}>
              <input type="checkbox" name="personId" value={personId} defaultChecked={areAllTicked && !isHolder} disabled={isHolder} />
              <span>
                {name}
                {isHolder && <small>{t('issue.cohort.holds')}</small>}
                {heldLevels.length > 0 && <small>{t('issue.cohort.holds_levels', { levels: heldLevels.join(', ') })}</small>}
                {!isHolder && !hasEmail && <small>{t('issue.cohort.card')}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

export function ListFields({ prefilled }: PeopleProps) {
  const { t } = useTranslation('credentials')
  const typed = typedValues(useActionData())
  return (
    <Stack gap="md">
      <Textarea
        name="list"
        label={t('issue.list.paste')}
        description={t('issue.list.paste_help')}
        placeholder={t('issue.list.example')}
        rows={8}
        defaultValue={typed['list'] ?? prefilled.list}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-sm)' } }}
      />
      <div>
        <Text component="label" htmlFor="list-file" fw={500} size="md" display="block">
          {t('issue.list.file')}
        </Text>
        <Text id="list-file-help" size="sm" c="dimmed" mb={6}>
          {t('issue.list.file_help')}
        </Text>
        <input
          id="list-file"
          type="file"
          name="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-describedby="list-file-help"
          style={{ minHeight: '2.75rem', maxWidth: '100%' }}
        />
      </div>
    </Stack>
  )
}
