import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './guardians.module.css'
import type { action, loader } from './slip.server.ts'
import { SlipStep } from './slip-step.tsx'

export { action, loader } from '#features/guardians/pages/slip.server.ts'
export const meta = (args: { loaderData?: unknown }) => [...titled(args), { name: 'robots', content: 'noindex' }]

export default function SlipPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('guardians')
  if (!page.isKnown)
    return (
      <Container size="xs">
        <Stack gap="md">
          <Title order={1}>{t(`open.${page.key}.title`)}</Title>
          <Text size="lg">{t(`open.${page.key}.sentence`)}</Text>
          <div>
            <Button component={Link} to="/family" size="lg">
              {t('open.again')}
            </Button>
          </div>
        </Stack>
      </Container>
    )
  return (
    <Container size="xs">
      <Stack gap="lg">
        <div>
          <Title order={1}>{t('open.title')}</Title>
          <Text size="lg" mt="xs">
            {t('open.from', { organization: page.organizationName })}
          </Text>
        </div>
        <section className={`surface ${classes.panel}`}>
          <FormProblem result={result} slice="guardians" />
          <SlipStep page={page} result={result} />
        </section>
        {page.step === 'prove' && (
          <details className={classes.details}>
            <summary>{t('open.about')}</summary>
            <Stack gap="xs">
              <Text>{t('open.about_badge')}</Text>
              <Text>{t('open.about_private')}</Text>
              <Text>{t('open.about_choice')}</Text>
              <Text>{t('open.about_paper', { organization: page.organizationName })}</Text>
            </Stack>
          </details>
        )}
      </Stack>
    </Container>
  )
}
