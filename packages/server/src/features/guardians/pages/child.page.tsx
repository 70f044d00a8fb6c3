import { Anchor, Button, Container, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Prose } from '#web/components/prose.tsx'
import type { action, loader } from './child.server.ts'
import classes from './guardians.module.css'
import type { PresentedChild } from './present-child.ts'

export { action, loader } from '#features/guardians/pages/child.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ChildPage() {
  const { child } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('guardians')
  const name = child.givenName
  return (
    <Container size="lg">
      <PageHeader
        title={name}
        lead={child.structures.map((structure) => [structure.name, structure.className].filter(Boolean).join(', ')).join(' · ')}
        back={{ to: '/me/children', label: t('children.title') }}
      />
      <DoneNotice slice="guardians" />
      <FormProblem result={result} slice="guardians" />
      <Stack gap={40}>
        {child.decidesAlone ? (
          <Notice kind="info">{t(child.isShown ? 'child.of_age_shown' : 'child.of_age', { name })}</Notice>
        ) : (
          <section aria-labelledby="decide">
            <Title order={2} id="decide">
              {t('child.decide')}
            </Title>
            <Text c="dimmed" mb="md" maw="42rem">
              {t('child.decide_lead', { name })}
            </Text>
            <div className={classes.decisions}>
              {child.decisions.map((decision) => (
                <Decide key={decision.scope} decision={decision} name={name} />
              ))}
            </div>
          </section>
        )}
        {child.isShown && <Badges child={child} />}
        {child.isShown && (
          <section className={`surface ${classes.panel}`} aria-labelledby="booklets">
            <Title order={2} id="booklets" mb="xs">
              {t('child.booklets')}
            </Title>
            <Text mb="sm">{t('child.booklets_what', { name })}</Text>
            <Button component={Link} to={`/me/children/${child.childId}/booklets`} variant="default">
              {t('child.to_booklets')}
            </Button>
          </section>
        )}
        {!child.decidesAlone && (
          <section className={`surface ${classes.panel}`} aria-labelledby="archive">
            <Title order={2} id="archive" mb="xs">
              {t('child.archive')}
            </Title>
            <Text mb="sm">{t('child.archive_what', { name })}</Text>
            <Button component="a" href={`/me/children/${child.childId}/archive.zip`} download variant="default">
              {t('child.to_archive')}
            </Button>
          </section>
        )}
        {child.structures.length > 0 && <Rights child={child} />}
      </Stack>
    </Container>
  )
}

function Decide({ decision, name }: { decision: PresentedChild['decisions'][number]; name: string }) {
  const { t } = useTranslation('guardians')
  const { scope, state, mine, on } = decision
  return (
    <section className={`surface ${classes.decision}`} id={scope} aria-labelledby={`${scope}-title`}>
      <Title order={3} id={`${scope}-title`}>
        {t(`scope.${scope}.title`)}
      </Title>
      <Text>{t(`scope.${scope}.what`, { name })}</Text>
      <span className={classes.state} data-state={state}>
        {t(`standing.${state}`, { date: on ?? '' })}
      </span>
      {decision.isClosedByOther && <Text>{t(mine === 'given' ? 'child.other_said_no_mine_yes' : 'child.other_said_no')}</Text>}
      <Form method="post">
        <input type="hidden" name="scope" value={scope} />
        <Group gap="sm">
          {mine !== 'given' && (
            <Button type="submit" name="decision" value="given">
              {t('child.say_yes')}
            </Button>
          )}
          {mine !== 'withdrawn' && (
            <Button type="submit" name="decision" value="withdrawn" variant="default">
              {t(mine === 'given' ? 'child.take_back' : 'child.say_no')}
            </Button>
          )}
        </Group>
      </Form>
      <Text size="sm" c="dimmed">
        {t(`scope.${scope}.withdrawing`, { name })}
      </Text>
    </section>
  )
}

function Badges({ child }: { child: PresentedChild }) {
  const { t } = useTranslation('guardians')
  return (
    <section aria-labelledby="badges">
      <Title order={2} id="badges" mb="sm">
        {t('children.badges', { count: child.badges.length })}
      </Title>
      {child.badges.length === 0 && <Text c="dimmed">{t('child.no_badges', { name: child.givenName })}</Text>}
      <ul className={classes.badges}>
        {child.badges.map((badge) => (
          <li key={badge.id} className="surface">
            <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={72} />
            <Stack gap={4}>
              <Title order={3} size="h4">
                {badge.name}
              </Title>
              <Text size="sm" c="dimmed">
                {t('child.given_by', { organization: badge.organizationName, date: badge.receivedOn })}
                {badge.state !== 'valid' && ` · ${t(`faces:state.${badge.state}.name`)}`}
              </Text>
              <Text size="sm">{badge.description}</Text>
              <Text size="sm" fw={600}>
                {t(badge.isShared ? 'child.seen_by_all' : 'child.seen_inside', { name: child.givenName, organization: badge.organizationName })}
                {badge.isWaiting && ` ${t('child.waiting', { name: child.givenName })}`}
              </Text>
              <details className={classes.details}>
                <summary>{t('child.criteria')}</summary>
                <Prose html={badge.criteria} />
              </details>
            </Stack>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Rights({ child }: { child: PresentedChild }) {
  const { t } = useTranslation('guardians')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="rights">
      <Title order={2} id="rights" mb="xs">
        {t('child.rights')}
      </Title>
      <Text mb="sm">{t('child.rights_what', { name: child.givenName })}</Text>
      <List>
        {child.structures.map(({ slug, name, email }) => (
          <List.Item key={slug}>
            {email ? (
              <>
                {t('child.write_to', { organization: name })}
                <Anchor href={`mailto:${email}`}>{email}</Anchor>
              </>
            ) : (
              t('child.ask_office', { organization: name })
            )}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
