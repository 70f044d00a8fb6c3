import { Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './claim.module.css'
import type { action, loader } from './claim.server.ts'
import { ClaimStep } from './claim-step.tsx'
import { HandOver } from './hand-over.tsx'
import { UnknownCard } from './unknown-card.tsx'

export { action, loader } from '#features/passports/pages/claim.server.ts'
export const meta = (args: { loaderData?: unknown }) => [...titled(args), { name: 'robots', content: 'noindex' }]

export default function ClaimPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('passports')
  if (!page.isKnown) return <UnknownCard reason={page.key}>{page.handover && <HandOver handover={page.handover} code={page.code} />}</UnknownCard>
  const { badge, tone } = page
  // A pupil's pad says by itself what was wrong.
  const isForPupil = page.step === 'choose' && page.way !== null
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
          {!isForPupil && <FormProblem result={result} slice="passports" />}
          <ClaimStep page={page} result={result} />
        </section>
      </Stack>
    </Container>
  )
}
