import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLocation } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { ChoosePassword } from './choose-password.tsx'
import classes from './claim.module.css'
import type { loader } from './claim.server.ts'
import { SecretChoice } from './secrets/secret-choice.tsx'
import { SecretQuestion } from './secrets/secret-question.tsx'

type Known = Extract<Exclude<Awaited<ReturnType<typeof loader>>, { data: unknown } | Response>, { isKnown: true }>
export type StepProps = { page: Known; result: unknown }

/** What to do next with the badge above: one thing, said plainly. */
export function ClaimStep({ page, result }: StepProps) {
  switch (page.step) {
    case 'take':
      return <Take page={page} />
    case 'another':
      return <Another page={page} />
    case 'choose':
      return page.way ? <SecretChoice way={page.way} suggestion={page.suggestion} result={result} /> : <Choose page={page} result={result} />
    case 'card-sign-in':
      return <CardSignIn page={page} result={result} />
    case 'join':
      return <Join page={page} result={result} />
    case 'sign-in':
      return <SignIn page={page} />
    case 'mine':
      return <Mine page={page} />
    default:
      return <Closed step={page.step} />
  }
}

function Take({ page }: Pick<StepProps, 'page'>) {
  const { t } = useTranslation('passports')
  return (
    <Form method="post">
      <Stack>
        <Text>{t('claim.take.sentence', { name: page.signedIn, tone: page.tone })}</Text>
        <Button type="submit" name="intent" value="take" size="lg">
          {t('claim.take.submit')}
        </Button>
      </Stack>
    </Form>
  )
}

function Another({ page }: Pick<StepProps, 'page'>) {
  const { t } = useTranslation('passports')
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
}

function Choose({ page, result }: StepProps) {
  const { t } = useTranslation('passports')
  return (
    <Form method="post">
      <Stack>
        <Title order={2}>{t('claim.choose.title', { tone: page.tone })}</Title>
        <Text>{page.email ? t('claim.choose.sentence_mail', { email: page.email, tone: page.tone }) : t('claim.choose.sentence', { tone: page.tone })}</Text>
        <ChoosePassword suggestion={page.suggestion} tone={page.tone} result={result} />
        <Button type="submit" name="intent" value="join" size="lg">
          {t('claim.choose.submit')}
        </Button>
      </Stack>
    </Form>
  )
}

function CardSignIn({ page, result }: StepProps) {
  const { t } = useTranslation('passports')
  return (
    <Stack>
      <div>
        <Title order={2}>{t('claim.card_sign_in.title', { name: page.givenName, tone: page.tone })}</Title>
        {page.secretKind === 'password' && <Text mt="xs">{t('claim.card_sign_in.sentence', { tone: page.tone })}</Text>}
      </div>
      <SecretQuestion kind={page.secretKind} tone={page.tone} result={result} isErrorElsewhere={page.mayChooseAgain} />
      {page.mayChooseAgain ? (
        <details className={classes.details}>
          <summary>{t('claim.choose.again_title')}</summary>
          <Choose page={page} result={result} />
        </details>
      ) : (
        page.tone === 'vous' && <SignInLink />
      )}
    </Stack>
  )
}

function Join({ page, result }: StepProps) {
  const { t } = useTranslation('passports')
  const typed = typedValues(result)
  const fieldError = useFieldError(result, 'passports')
  return (
    <Stack>
      <Form method="post">
        <Stack>
          <Title order={2}>{t('claim.join.title')}</Title>
          <Text>{page.email ? t('claim.join.sentence_mail', { email: page.email }) : t('claim.join.sentence_card')}</Text>
          <TextInput
            name="givenName"
            label={t('claim.join.given_name')}
            autoComplete="given-name"
            defaultValue={typed.givenName}
            error={fieldError('givenName')}
            required
            maxLength={100}
          />
          <TextInput
            name="familyName"
            label={t('claim.join.family_name')}
            autoComplete="family-name"
            defaultValue={typed.familyName}
            error={fieldError('familyName')}
            maxLength={100}
          />
          {page.channel === 'card' && (
            <TextInput
              name="email"
              type="email"
              label={t('claim.join.email')}
              description={t('claim.join.email_help')}
              autoComplete="email"
              defaultValue={typed.email}
              error={fieldError('email')}
            />
          )}
          <ChoosePassword suggestion={page.suggestion} tone={page.tone} result={result} />
          <Button type="submit" name="intent" value="join" size="lg">
            {t('claim.join.submit')}
          </Button>
        </Stack>
      </Form>
      <Text>{t('claim.sign_in.sentence')}</Text>
      <SignInLink />
    </Stack>
  )
}

function SignIn({ page }: Pick<StepProps, 'page'>) {
  const { t } = useTranslation('passports')
  return (
    <Stack>
      <Text>{page.email ? t('claim.sign_in.known', { email: page.email }) : t('claim.sign_in.sentence')}</Text>
      <SignInLink isMain />
    </Stack>
  )
}

function SignInLink({ isMain = false }: { isMain?: boolean }) {
  const { t } = useTranslation('passports')
  const { pathname } = useLocation()
  return (
    <Button component={Link} to={`/sign-in?next=${encodeURIComponent(pathname)}`} variant={isMain ? 'filled' : 'default'} size={isMain ? 'lg' : 'md'}>
      {t('claim.sign_in.submit')}
    </Button>
  )
}

function Mine({ page }: Pick<StepProps, 'page'>) {
  const { t } = useTranslation('passports')
  return (
    <Stack>
      <Text>{t('claim.mine.sentence', { tone: page.tone })}</Text>
      <Button component={Link} to={`/me/badges/${page.credentialId}`} size="lg">
        {t('claim.mine.submit')}
      </Button>
    </Stack>
  )
}

function Closed({ step }: { step: 'used' }) {
  const { t } = useTranslation('passports')
  return (
    <Stack>
      <Title order={2}>{t(`claim.${step}.title`)}</Title>
      <Text>{t(`claim.${step}.sentence`)}</Text>
      <Button component={Link} to="/claim" variant="default">
        {t('claim.again')}
      </Button>
    </Stack>
  )
}
