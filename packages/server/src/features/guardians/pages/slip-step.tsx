import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { problemOf, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Declare } from './declare.tsx'
import type { loader } from './slip.server.ts'

export type Known = Extract<Exclude<Awaited<ReturnType<typeof loader>>, { data: unknown }>, { isKnown: true }>
export type StepProps = { page: Known; result: unknown }
export type Proven = { fact: string; childName: string }

/** After these the paper opens nothing, or the answer was not the right one: one begins again. */
const STARTS_AGAIN = /^(fact_wrong|slip_|child_of_age)/

/** What was proven just now, or before something else in the form was refused. */
function provenOf(result: unknown): Proven | undefined {
  if (typeof result === 'object' && result !== null && 'proven' in result) return result.proven as Proven
  const { fact, childName } = typedValues(result)
  return fact && childName && !STARTS_AGAIN.test(problemOf(result)?.code ?? '') ? { fact, childName } : undefined
}

export function SlipStep({ page, result }: StepProps) {
  const proven = provenOf(result)
  switch (page.step) {
    case 'prove':
      return proven ? <Declare page={page} result={result} proven={proven} /> : <Prove page={page} result={result} />
    case 'pupil':
    case 'another':
      return <Another page={page} />
    case 'sign-in':
      return <SignIn result={result} />
    case 'mine':
      return <Mine />
    default:
      return <Closed page={page} />
  }
}

function Prove({ page, result }: StepProps) {
  const { t } = useTranslation('guardians')
  const fieldError = useFieldError(result, 'guardians')
  const isDate = page.factKind === 'birth-date'
  return (
    <Form method="post">
      <Stack>
        <Title order={2}>{t('open.prove.title')}</Title>
        <Text>{t('open.prove.sentence')}</Text>
        <TextInput
          name="fact"
          label={t(isDate ? 'open.prove.birth_date' : 'open.prove.family_name')}
          description={isDate ? t('open.prove.birth_date_help') : undefined}
          defaultValue={typedValues(result).fact}
          error={fieldError('fact')}
          inputMode={isDate ? 'numeric' : 'text'}
          autoComplete="off"
          required
          withAsterisk={false}
          maxLength={100}
          size="lg"
        />
        <Button type="submit" name="intent" value="prove" size="lg">
          {t('open.prove.submit')}
        </Button>
      </Stack>
    </Form>
  )
}

function Another({ page }: Pick<StepProps, 'page'>) {
  const { t } = useTranslation('guardians')
  return (
    <Form method="post" reloadDocument>
      <Stack>
        <Text>{t(page.step === 'pupil' ? 'open.pupil' : 'open.another', { name: page.signedIn })}</Text>
        <Button type="submit" name="intent" value="change-person" size="lg">
          {t('open.change_person')}
        </Button>
      </Stack>
    </Form>
  )
}

function SignIn({ result }: Pick<StepProps, 'result'>) {
  const { t } = useTranslation('guardians')
  const fieldError = useFieldError(result, 'guardians')
  return (
    <Form method="post">
      <Stack>
        <Title order={2}>{t('open.sign_in.title')}</Title>
        <Text>{t('open.sign_in.sentence')}</Text>
        <TextInput
          type="password"
          name="password"
          label={t('open.sign_in.password')}
          autoComplete="current-password"
          error={fieldError('password')}
          required
          withAsterisk={false}
        />
        <Button type="submit" name="intent" value="sign-in" size="lg">
          {t('open.sign_in.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('open.sign_in.forgotten')}
        </Text>
      </Stack>
    </Form>
  )
}

function Mine() {
  const { t } = useTranslation('guardians')
  return (
    <Stack>
      <Text>{t('open.mine')}</Text>
      <Button component={Link} to="/me/children" size="lg">
        {t('children.title')}
      </Button>
    </Stack>
  )
}

function Closed({ page }: Pick<StepProps, 'page'>) {
  const { t } = useTranslation('guardians')
  return (
    <Stack>
      <Title order={2}>{t(`open.${page.step as 'void'}.title`)}</Title>
      <Text>{t(`open.${page.step as 'void'}.sentence`, { organization: page.organizationName })}</Text>
      <Button component={Link} to="/family" variant="default">
        {t('open.again')}
      </Button>
    </Stack>
  )
}
