import { Button, Container, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { Issuer } from './badge-line.tsx'
import type { action, loader } from './choose.server.ts'
import classes from './circle.module.css'
import { Wall } from './wall.tsx'

export { action, loader } from '#features/passports/circle/pages/choose.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function ChoosePage() {
  const { title, name, isProtected, badges } = useLoaderData<typeof loader>()
  const { t } = useTranslation('circle')
  return (
    <Container size="md">
      <PassportNav />
      <PageHeader title={title} lead={isProtected ? t('child') : t('choose.lead', { structure: name })} back={{ to: '/me/circle', label: t('choose.back') }} />
      <FormProblem result={useActionData<typeof action>()} slice="passports" />
      {!isProtected && <Wall />}
      {isProtected ? null : badges.length === 0 ? (
        <div className={classes.apart}>
          <EmptyState
            title={t('choose.none')}
            actions={
              <Button component={Link} to="/me/badges" variant="default">
                {t('choose.to_badges')}
              </Button>
            }
          >
            {t('choose.none_help', { structure: name })}
          </EmptyState>
        </div>
      ) : (
        <Form method="post" className={classes.apart}>
          <fieldset className={classes.fields}>
            <legend className={classes.legend}>{t('choose.legend', { structure: name })}</legend>
            <ul className={`surface ${classes.ticks}`}>
              {badges.map((badge) => (
                <li key={badge.badgeId}>
                  <label className={classes.tick}>
                    <input type="checkbox" name="badgeId" value={badge.badgeId} defaultChecked={badge.isShown} />
                    <BadgePicture badge={badge} size={44} />
                    <span className={classes.about}>
                      <Text span fw={600}>
                        {badge.name}
                      </Text>
                      <Issuer name={badge.issuerName} />
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <Group className={classes.submit} gap="sm">
            <Button type="submit">{t('choose.submit')}</Button>
            <Button component={Link} to="/me/circle" variant="subtle">
              {t('choose.cancel')}
            </Button>
          </Group>
        </Form>
      )}
    </Container>
  )
}
