import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { titled } from '#web/components/titled.ts'
import type { action, loader } from './card.server.ts'
import classes from './claim.module.css'
import { SecretChoice } from './secrets/secret-choice.tsx'
import { SecretQuestion } from './secrets/secret-question.tsx'
import { UnknownCard } from './unknown-card.tsx'

export { action, loader } from '#features/passports/pages/card.server.ts'
export const meta = (args: { loaderData?: unknown }) => [...titled(args), { name: 'robots', content: 'noindex' }]

type Known = Extract<Exclude<ReturnType<typeof useLoaderData<typeof loader>>, Response>, { isKnown: true }>

export default function CardPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('passports')
  if (!page.isKnown) return <UnknownCard reason={page.key} />
  return (
    <Container size="sm">
      <Stack gap="lg">
        <header className={classes.welcome}>
          <Title order={1}>{t('card.hello', { name: page.givenName })}</Title>
          <Text>{t('card.from', { organization: page.organizationName })}</Text>
        </header>
        <section className={`surface ${classes.step}`}>
          <Step page={page} />
        </section>
      </Stack>
    </Container>
  )
}

function Step({ page }: { page: Known }) {
  const result = useActionData<typeof action>()
  const { t } = useTranslation('passports')
  if (page.step === 'choose') return <SecretChoice way={page.way} suggestion={page.suggestion} result={result} />
  if (page.step === 'sign-in')
    return (
      <Stack gap="md">
        <FormProblem result={result} slice="passports" />
        <SecretQuestion kind={page.secretKind} tone="tu" result={result} />
        <Text c="dimmed">{t('card.forgotten')}</Text>
      </Stack>
    )
  if (page.step === 'another')
    return (
      <Form method="post" reloadDocument>
        <Stack>
          <Text>{t('claim.another.sentence', { name: page.givenName, signedIn: page.signedIn })}</Text>
          <Button type="submit" name="intent" value="change-person" size="lg">
            {t('claim.another.submit')}
          </Button>
        </Stack>
      </Form>
    )
  return (
    <Stack>
      <Text>{t('card.address')}</Text>
      <Button component={Link} to="/sign-in" size="lg">
        {t('claim.sign_in.submit')}
      </Button>
    </Stack>
  )
}
