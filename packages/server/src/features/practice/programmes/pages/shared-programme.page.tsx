import { Anchor, Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './programmes.module.css'
import type { action, loader } from './shared-programme.server.ts'

export { action, loader } from '#features/practice/programmes/pages/shared-programme.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function SharedProgrammePage() {
  const page = useLoaderData<typeof loader>()
  const { organization, can, home, shared } = page
  const result = useActionData<typeof action>()
  const { t } = useTranslation('practice')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={shared.name}
        lead={`${t('library.by', { name: shared.organizationName })} · ${shared.schoolYear}`}
        back={{ to: `${home}/library`, label: t('library.title') }}
      />
      <FormProblem result={result} slice="practice" />
      <Stack gap={36}>
        {shared.description && (
          <Text maw="44rem" className={classes.text}>
            {shared.description}
          </Text>
        )}
        <Take page={page} />
        <section aria-labelledby="badges">
          <Title order={2} id="badges" mb="sm">
            {t('home.badges', { count: shared.badges.length })}
          </Title>
          <ul className={classes.badges}>
            {shared.badges.map((badge) => (
              <SharedBadge key={badge.achievementId} badge={badge} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="periods">
          <Title order={2} id="periods" mb="xs">
            {t('home.periods')}
          </Title>
          <Text c="dimmed" mb="sm" maw="44rem">
            {t('library.periods_help')}
          </Text>
          <ol className={classes.periods}>
            {shared.periods.map(({ periodId, name, required, from, to }) => (
              <li key={periodId} className="surface">
                <strong>{name}</strong>
                <span>{t('home.from_to', { from, to })}</span>
                <span className={classes.asked}>{t('home.asks', { count: required })}</span>
              </li>
            ))}
          </ol>
        </section>
      </Stack>
    </Container>
  )
}

/** What taking it brings, or what is missing and whom to ask. */
function Take({ page: { shared, can, organization } }: { page: Data }) {
  const { t } = useTranslation('practice')
  const named = (standing: Data['shared']['badges'][number]['standing']) => shared.badges.filter((badge) => badge.standing === standing)
  const closed = named('closed')
  const adoptable = named('adoptable')
  const list = (badges: typeof closed) => ({ count: badges.length, names: badges.map(({ name }) => name).join(', ') })
  const mayTake = closed.length === 0 && (adoptable.length === 0 || can.design)
  return (
    <section aria-labelledby="take" className={`surface ${classes.panel}`}>
      <Title order={2} id="take">
        {t('library.take')}
      </Title>
      {mayTake && <Text maw="44rem">{t('library.take_help', { count: shared.remarkCount })}</Text>}
      {closed.length > 0 && <Text maw="44rem">{t('library.closed', { ...list(closed), author: closed[0]!.authorName })}</Text>}
      {closed.length === 0 && adoptable.length > 0 && <Text maw="44rem">{t(can.design ? 'library.adopts' : 'library.ask_adopt', list(adoptable))}</Text>}
      {mayTake ? (
        <Form method="post">
          <Button type="submit">{t(adoptable.length > 0 ? 'library.adopt_and_take' : 'library.take_submit')}</Button>
        </Form>
      ) : (
        <Anchor component={Link} to={`/organizations/${organization.slug}/library`}>
          {t('form.to_library')}
        </Anchor>
      )}
    </section>
  )
}

function SharedBadge({ badge: { imageId, name, description, first, standing, authorName } }: { badge: Data['shared']['badges'][number] }) {
  const { t } = useTranslation('practice')
  return (
    <li className="surface">
      <BadgeImage imageId={imageId} alt="" size={72} />
      <div>
        <strong>{name}</strong>
        <Text size="sm">{description}</Text>
        {first.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('home.first', { names: first.join(', ') })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t(`library.standing.${standing}`, { author: authorName })}
        </Text>
      </div>
    </li>
  )
}
