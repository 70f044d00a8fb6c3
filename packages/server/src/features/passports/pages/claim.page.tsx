import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './claim.module.css'
import type { action, loader } from './claim.server.ts'
import { ClaimStep } from './claim-step.tsx'
import { HandOver } from './hand-over.tsx'

export { action, loader } from '#features/passports/pages/claim.server.ts'
export const meta = (args: { loaderData?: unknown }) => [...titled(args), { name: 'robots', content: 'noindex' }]

export default function ClaimPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('passports')
  if (!page.isKnown)
    return (
      <Container size="xs">
        <Stack gap="md">
          <Title order={1}>{t(`claim.${page.key}.title`)}</Title>
          <Text size="lg">{t(`claim.${page.key}.sentence`)}</Text>
          {page.handover && <HandOver handover={page.handover} code={page.code} />}
          <div>
            <Button component={Link} to="/claim" size="lg">
              {t('claim.again')}
            </Button>
          </div>
        </Stack>
      </Container>
    )
  const { badge, tone } = page
  return (
    <Container size="xs">
      <Stack gap="lg">
        <section className={`surface ${classes.gift}`} aria-labelledby="badge">
          <p className={classes.hello} style={{ margin: 0 }}>
            {page.givenName ? t('claim.hello', { name: page.givenName, tone }) : t('claim.hello_unnamed')}
          </p>
          <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={220} />
          <div>
            <Title order={1} id="badge">
              {badge.name}
            </Title>
            <Text mt="xs">{badge.description}</Text>
            <Text mt="md" fw={600}>
              {t('claim.gives', { organization: page.organizationName, tone })}
            </Text>
          </div>
        </section>
        {page.handover && <HandOver handover={page.handover} code={page.code} />}
        <section className={`surface ${classes.step}`}>
          <FormProblem result={result} slice="passports" />
          <ClaimStep page={page} result={result} />
        </section>
      </Stack>
    </Container>
  )
}
