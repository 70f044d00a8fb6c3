import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { BadgeLine } from './badge-line.tsx'
import classes from './circle.module.css'
import type { action, loader } from './circle.server.ts'
import { CircleViews } from './circle-views.tsx'
import { CongratulationChoices } from './congratulation-choices.tsx'
import { Wall } from './wall.tsx'

export { action, loader } from '#features/passports/circle/pages/circle.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function CirclePage() {
  const { isProtected, structures } = useLoaderData<typeof loader>()
  const { t } = useTranslation('circle')
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('title')} lead={t(isProtected ? 'lead_child' : 'lead')} />
      {!isProtected && <CircleViews />}
      <div id="circle">
        <DoneNotice slice="circle" />
        <FormProblem result={useActionData<typeof action>()} slice="passports" />
      </div>
      <Stack gap="lg">
        {!isProtected && <Wall />}
        {structures.length === 0 ? (
          <EmptyState title={t('no_structure.title')}>{t('no_structure.help')}</EmptyState>
        ) : (
          structures.map((structure) => <Structure key={structure.organizationId} structure={structure} isProtected={isProtected} />)
        )}
        <CongratulationChoices />
      </Stack>
    </Container>
  )
}

function Structure({ structure, isProtected }: { structure: Data['structures'][number]; isProtected: boolean }) {
  const { t } = useTranslation('circle')
  const { organizationId, slug, name, given, shown, hasChoice } = structure
  const titleId = `structure-${slug}`
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby={titleId}>
      <Title order={2} id={titleId}>
        {name}
      </Title>
      <Given names={given} />
      {isProtected ? (
        <Text mt="md">{t('child')}</Text>
      ) : (
        <>
          <Title order={3} size="h4" mt="lg" mb={4}>
            {t('shown.title')}
          </Title>
          {shown.length === 0 ? (
            <Text>{t(hasChoice ? 'shown.none' : 'shown.no_choice')}</Text>
          ) : (
            <ul className={classes.lines}>
              {shown.map((badge) => (
                <BadgeLine key={badge.badgeId} badge={badge}>
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="organizationId" value={organizationId} />
                    <input type="hidden" name="badgeId" value={badge.badgeId} />
                    <Button type="submit" name="intent" value="hidden" variant="default" aria-label={t('shown.hide_named', { badge: badge.name })}>
                      {t('shown.hide')}
                    </Button>
                  </Form>
                </BadgeLine>
              ))}
            </ul>
          )}
          {hasChoice && (
            <Group mt="md" gap="sm">
              <Button component={Link} to={`/me/circle/structures/${slug}`} variant={shown.length === 0 ? 'filled' : 'light'} aria-describedby={titleId}>
                {t('shown.choose')}
              </Button>
              {shown.length > 1 && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="organizationId" value={organizationId} />
                  <Button type="submit" name="intent" value="all_hidden" variant="subtle" aria-describedby={titleId}>
                    {t('shown.hide_all')}
                  </Button>
                </Form>
              )}
            </Group>
          )}
        </>
      )}
    </section>
  )
}

const FEW = 4

/** What it gave, it knows: said, so that nobody thinks that it can be hidden from it. */
function Given({ names }: { names: string[] }) {
  const { t, i18n } = useTranslation('circle')
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names)
  if (names.length <= FEW)
    return (
      <Text mt={6} c="dimmed">
        {names.length === 0 ? t('given.none') : t('given.these', { badges: list })}
      </Text>
    )
  return (
    <details className={classes.given}>
      <summary>{t('given.many')}</summary>
      <Text c="dimmed">{list}</Text>
    </details>
  )
}
