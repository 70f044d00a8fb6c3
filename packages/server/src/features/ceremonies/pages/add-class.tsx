import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { typedValues } from '#web/components/form-problem.tsx'
import type { AddPageData } from './add.page.tsx'
import classes from './ceremonies.module.css'
import { CitationField } from './citation-field.tsx'

/** A badge, a class, and who of it: each choice is a link, so that one can go back and needs no script. */
export function AddClass({ page }: { page: AddPageData }) {
  const { badges, badge, cohorts, cohort, organization, home } = page
  const { t } = useTranslation('ceremonies')
  if (badges.length === 0)
    return (
      <EmptyState
        title={t('add.no_badge')}
        actions={
          <Button component={Link} to={`/organizations/${organization.slug}/achievements`} variant="default">
            {t('add.see_badges')}
          </Button>
        }
      >
        {t('add.no_badge_help')}
      </EmptyState>
    )
  const address = (more: Record<string, string | undefined>) =>
    `${home}/add?${new URLSearchParams(Object.entries({ way: 'class', badge: badge?.achievementId, cohort: cohort?.id, ...more }).filter((entry): entry is [string, string] => entry[1] !== undefined))}`
  return (
    <Stack gap="xl">
      <section aria-labelledby="badge">
        <Title order={2} size="h3" id="badge" mb="xs">
          {t('add.which_badge')}
        </Title>
        <ul className={classes.picks}>
          {badges.map(({ achievementId, imageId, name }) => (
            <li key={achievementId}>
              <Link to={address({ badge: achievementId })} className={classes.pick} aria-current={achievementId === badge?.achievementId ? 'true' : undefined} preventScrollReset>
                <BadgeImage imageId={imageId} alt="" size={40} />
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {badge && (
        <section aria-labelledby="cohort">
          <Title order={2} size="h3" id="cohort" mb="xs">
            {t('add.which_class')}
          </Title>
          {cohorts.length === 0 && <Text>{t('add.no_class')}</Text>}
          <ul className={classes.picks}>
            {cohorts.map(({ id, name, memberCount }) => (
              <li key={id}>
                <Link to={address({ cohort: id })} className={classes.pick} aria-current={id === cohort?.id ? 'true' : undefined} preventScrollReset>
                  <span>
                    {name}
                    <small>{t('people', { count: memberCount })}</small>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {badge && cohort && <Members page={page} address={address} />}
    </Stack>
  )
}

function Members({ page: { badge, cohort, members, areAllTicked }, address }: { page: AddPageData; address: (more: Record<string, string>) => string }) {
  const { t } = useTranslation('ceremonies')
  const typed = typedValues(useActionData())
  if (members.length === 0) return <Text>{t('add.empty_class')}</Text>
  return (
    <Form method="post">
      <input type="hidden" name="badge" value={badge!.achievementId} />
      <Stack gap="lg">
        <fieldset className={classes.fieldset}>
          <legend className={classes.counts}>{t('add.who', { name: cohort!.name })}</legend>
          <Group gap="lg">
            <Link to={address({})} className={classes.tappable} preventScrollReset>
              {t('add.tick_all')}
            </Link>
            <Link to={address({ ticked: 'none' })} className={classes.tappable} preventScrollReset>
              {t('add.tick_none')}
            </Link>
          </Group>
          <ul className={classes.picks} key={`${cohort!.id} ${badge!.achievementId} ${areAllTicked}`}>
            {members.map(({ personId, name, standing }) => (
              <li key={personId}>
                <label className={classes.pick}>
                  <input type="checkbox" name="person" value={personId} defaultChecked={areAllTicked && standing === 'free'} disabled={standing !== 'free'} />
                  <span>
                    {name}
                    {standing !== 'free' && <small>{t(`add.standing_${standing}`)}</small>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        {badge!.levels.length > 0 && <NativeSelect name="level" label={t('fields_labels.level')} maw="20rem" defaultValue={typed.level} data={badge!.levels} />}
        <CitationField value={typed.citation} help={t('add.citation_help')} />
        <div>
          <Button type="submit" name="way" value="class">
            {t('add.submit')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}
