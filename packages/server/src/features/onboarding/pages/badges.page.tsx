import { Button, Checkbox, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Prose } from '#web/components/prose.tsx'
import type { action, loader } from './badges.server.ts'
import { GuidePage } from './guide-page.tsx'
import classes from './onboarding.module.css'

export { action, loader } from '#features/onboarding/pages/badges.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function BadgesPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('onboarding')
  const home = `/organizations/${page.organization.slug}`
  const isComplete = page.badges.every(({ achievementId }) => achievementId !== null)
  return (
    <GuidePage {...page} title={t('badges.title')} lead={t('badges.lead')} result={useActionData<typeof action>()}>
      <Form method="post">
        <Stack gap="lg">
          <ul className={classes.badges}>
            {page.badges.map((badge) => (
              <BadgeLine key={badge.key} badge={badge} home={home} />
            ))}
          </ul>
          {!isComplete && (
            <div>
              <Group gap="sm" mb="xs">
                <Button type="submit" name="intent" value="adopt">
                  {t('badges.adopt')}
                </Button>
                <Button type="submit" name="intent" value="publish" variant="default">
                  {t('badges.publish')}
                </Button>
              </Group>
              <Text size="sm" c="dimmed" maw="42rem">
                {t('badges.choice_help')}
              </Text>
            </div>
          )}
          <Group gap="sm">
            <Button component={Link} to={`${home}/achievements`} variant="default">
              {t('badges.mine')}
            </Button>
            <Button component={Link} to={`${home}/start/calendar`} variant="default">
              {t('next.calendar')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </GuidePage>
  )
}

type Badge = Awaited<ReturnType<typeof loader>>['badges'][number]

function BadgeLine({ badge, home }: { badge: Badge; home: string }) {
  const { t } = useTranslation('onboarding')
  return (
    <li className={`surface ${classes.badge}`} data-there={badge.achievementId ? true : undefined}>
      <img src={badge.picture} alt="" width={88} height={88} />
      <div>
        {badge.achievementId ? (
          <>
            <Text fw={650}>{badge.name}</Text>
            <Link to={`${home}/achievements/${badge.achievementId}`} className={classes.tappable}>
              {t(badge.isPublished ? 'badges.there' : 'badges.draft')}
            </Link>
          </>
        ) : (
          <Checkbox name="badge" value={badge.key} size="md" label={<strong>{badge.name}</strong>} />
        )}
        <Text size="sm" mt={4}>
          {badge.description}
        </Text>
      </div>
      <details>
        <summary>
          {t('badges.criteria')}
          <VisuallyHidden> : {badge.name}</VisuallyHidden>
        </summary>
        <Prose html={badge.criteria} />
      </details>
    </li>
  )
}
