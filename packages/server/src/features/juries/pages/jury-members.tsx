import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { useSearchAsTyped } from '#web/components/use-search-as-typed.ts'
import classes from './juries.module.css'
import type { JuryPageData } from './jury.page.tsx'

type Props = { page: JuryPageData }

export function Members({ page, result }: Props & { result: unknown }) {
  const { t } = useTranslation('juries')
  const { members, jury } = page
  const isOpen = jury.state !== 'closed'
  return (
    <section aria-labelledby="members">
      <Title order={2} id="members" mb="sm">
        {t('members.title', { count: members.length })}
      </Title>
      {members.length === 0 && (
        <Text c="dimmed" mb="md" maw="42rem">
          {t('members.none')}
        </Text>
      )}
      {members.length > 0 && (
        <ul className={`surface ${classes.list}`}>
          {members.map((member) => (
            <Member key={member.memberId} member={member} isOpen={isOpen} />
          ))}
        </ul>
      )}
      {isOpen && (
        <div className={classes.columns}>
          <FindMember page={page} />
          <AddGuest result={result} />
        </div>
      )}
    </section>
  )
}

function Member({ member, isOpen }: { member: JuryPageData['members'][number]; isOpen: boolean }) {
  const { t } = useTranslation('juries')
  const facts = [
    member.about,
    member.isPresident ? t('members.president') : '',
    member.isGuest ? t('members.guest') : '',
    member.isPresent ? t('members.present') : '',
    member.address,
  ]
  return (
    <li className={classes.member}>
      <div>
        <strong>{member.name}</strong>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {member.link && (
          <TextInput
            size="sm"
            mt={6}
            label={t('members.link')}
            description={t('members.link_help')}
            value={member.link}
            readOnly
            onFocus={({ currentTarget }) => currentTarget.select()}
            maw="34rem"
          />
        )}
      </div>
      {isOpen && (
        <Form method="post" className={classes.acts}>
          <input type="hidden" name="memberId" value={member.memberId} />
          {!member.isGuest && !member.isPresident && (
            <Button type="submit" name="intent" value="president" variant="subtle" size="sm" aria-label={`${t('members.preside')} : ${member.name}`}>
              {t('members.preside')}
            </Button>
          )}
          <Button type="submit" name="intent" value="remove" variant="subtle" size="sm" aria-label={`${t('members.remove')} : ${member.name}`}>
            {t('members.remove')}
          </Button>
        </Form>
      )}
    </li>
  )
}

/** Finds somebody as one types; without scripts, by a button. */
function FindMember({ page: { search, found, members } }: Props) {
  const { t } = useTranslation('juries')
  const searchSoon = useSearchAsTyped()
  const isSearched = search.trim().length >= 2
  return (
    <div className={`surface ${classes.panel}`}>
      <Title order={3} mb="xs">
        {t('members.find')}
      </Title>
      <Form method="get" role="search" onInput={searchSoon} preventScrollReset>
        <Group align="flex-end" gap="sm">
          <TextInput name="q" label={t('members.search')} description={t('members.search_help')} defaultValue={search} autoComplete="off" flex="1 1 12rem" maxLength={80} />
          <Button type="submit" variant="default">
            {t('members.look')}
          </Button>
        </Group>
      </Form>
      <Text role="status" c="dimmed" mt="xs" size="sm">
        {isSearched ? t('members.found', { count: found.length }) : ''}
      </Text>
      <ul className={classes.list}>
        {found.map((person) => (
          <li key={person.personId}>
            <Form method="post" className={classes.found}>
              <input type="hidden" name="personId" value={person.personId} />
              <span>
                <strong>{person.name}</strong> <span className={classes.quiet}>{person.about || t(person.isPupil ? 'members.pupil' : 'members.team')}</span>
              </span>
              <Button
                type="submit"
                name="intent"
                value="seat"
                variant="default"
                size="sm"
                aria-label={`${t('members.add')} : ${person.name}`}
                disabled={members.some(({ name, isGuest }) => !isGuest && name === person.name)}
              >
                {t('members.add')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  )
}

function AddGuest({ result }: { result: unknown }) {
  const { t } = useTranslation('juries')
  const error = useFieldError(result, 'juries')
  const typed = typedValues(result)
  const isMine = problemOf(result) !== undefined && typed.intent === 'guest'
  const value = (name: string) => (isMine ? { defaultValue: typed[name], error: error(name) } : {})
  return (
    <details className={`surface ${classes.details}`} open={isMine}>
      <summary>{t('guest.add')}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="guest" />
        <Stack gap="md">
          <Text size="sm">{t('guest.help')}</Text>
          <TextInput name="name" label={t('guest.name')} required maxLength={120} autoComplete="off" {...value('name')} />
          <TextInput name="function" label={t('guest.function')} description={t('guest.function_help')} required maxLength={120} autoComplete="off" {...value('function')} />
          <TextInput name="address" type="email" label={t('guest.address')} description={t('guest.address_help')} maxLength={254} autoComplete="off" {...value('address')} />
          <div>
            <Button type="submit" variant="default">
              {t('guest.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}
