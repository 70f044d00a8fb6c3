import { Button, Checkbox, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { RELATIONS } from '../guardians.schema.ts'
import classes from './guardians.module.css'
import type { Proven, StepProps } from './slip-step.tsx'

type Props = StepProps & { proven: Proven }

/** Who comes, and what they declare. Somebody who is signed in, or who has another child's paper, types no name again. */
export function Declare({ page, result, proven }: Props) {
  const { t } = useTranslation('guardians')
  const name = proven.childName
  if (page.signedIn)
    return (
      <Form method="post">
        <Stack>
          <Title order={2}>{t('open.declare.title', { name })}</Title>
          <Text>{t('open.declare.signed_in', { me: page.signedIn, name })}</Text>
          <Declaration result={result} proven={proven} id="add" />
          <Button type="submit" name="intent" value="add" size="lg">
            {t('open.declare.add', { name })}
          </Button>
        </Stack>
      </Form>
    )
  const isFormer = typedValues(result).intent === 'add-with-former' || typedValues(result).formerCode !== undefined
  return (
    <Stack>
      <Title order={2}>{t('open.declare.title', { name })}</Title>
      <Text>{t('open.declare.sentence', { name })}</Text>
      <NewAccount page={page} result={isFormer ? undefined : result} proven={proven} />
      <details className={classes.details} open={isFormer}>
        <summary>{t('open.former.title')}</summary>
        <WithFormer result={isFormer ? result : undefined} proven={proven} />
      </details>
    </Stack>
  )
}

function NewAccount({ page, result, proven }: Props) {
  const { t } = useTranslation('guardians')
  const typed = typedValues(result)
  const fieldError = useFieldError(result, 'guardians')
  // The first idea stays: a page that is loaded again after a mistake must not change what was being copied.
  const [idea] = useState(page.suggestion)
  return (
    <Form method="post">
      <Stack>
        <TextInput
          name="givenName"
          label={t('open.declare.given_name')}
          autoComplete="given-name"
          defaultValue={typed.givenName}
          error={fieldError('givenName')}
          required
          maxLength={100}
        />
        <TextInput
          name="familyName"
          label={t('open.declare.family_name')}
          autoComplete="family-name"
          defaultValue={typed.familyName}
          error={fieldError('familyName')}
          required
          maxLength={100}
        />
        <Declaration result={result} proven={proven} id="join" />
        <TextInput
          name="password"
          label={t('open.declare.password')}
          description={t('open.declare.password_help')}
          error={fieldError('password')}
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          required
          minLength={12}
          maxLength={200}
        />
        <div className={classes.suggestion}>
          <Text size="sm" w="100%">
            {t('open.declare.suggestion')}
          </Text>
          <code>{idea}</code>
        </div>
        <Button type="submit" name="intent" value="join" size="lg">
          {t('open.declare.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('open.declare.nothing_yet')}
        </Text>
      </Stack>
    </Form>
  )
}

function WithFormer({ result, proven }: { result: unknown; proven: Proven }) {
  const { t } = useTranslation('guardians')
  const fieldError = useFieldError(result, 'guardians')
  return (
    <Form method="post">
      <Stack>
        <Text>{t('open.former.sentence')}</Text>
        <TextInput
          name="formerCode"
          label={t('open.former.code')}
          defaultValue={typedValues(result).formerCode}
          error={fieldError('formerCode')}
          autoComplete="off"
          autoCapitalize="characters"
          required
          maxLength={60}
        />
        <TextInput type="password" name="password" label={t('open.former.password')} error={fieldError('password')} autoComplete="current-password" required />
        <Declaration result={result} proven={proven} id="former" />
        <Button type="submit" name="intent" value="add-with-former" variant="default">
          {t('open.declare.add', { name: proven.childName })}
        </Button>
      </Stack>
    </Form>
  )
}

function Declaration({ result, proven, id }: { result: unknown; proven: Proven; id: string }) {
  const { t } = useTranslation('guardians')
  const typed = typedValues(result)
  const fieldError = useFieldError(result, 'guardians')
  return (
    <>
      <input type="hidden" name="fact" value={proven.fact} />
      <input type="hidden" name="childName" value={proven.childName} />
      <NativeSelect
        name="relation"
        id={`${id}-relation`}
        label={t('open.declare.relation', { name: proven.childName })}
        defaultValue={typed.relation ?? ''}
        error={fieldError('relation')}
        required
        data={[{ value: '', label: t('open.declare.choose') }, ...RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))]}
      />
      <Checkbox
        name="declares"
        value="yes"
        id={`${id}-declares`}
        size="md"
        label={t('open.declare.declares', { name: proven.childName })}
        defaultChecked={typed.declares === 'yes'}
        error={fieldError('declares')}
        required
      />
    </>
  )
}
