import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLocation } from 'react-router'
import { type Picture, SEQUENCE_LENGTH } from '#features/accounts/accounts.schema.ts'
import { FormProblem } from '#web/components/form-problem.tsx'
import { ChoosePassword } from '../choose-password.tsx'
import { Drawing } from './drawing.tsx'
import { PicturePad, pickingOf } from './picture-pad.tsx'
import classes from './secrets.module.css'
import { SharedDevice } from './shared-device.tsx'

type Props = { way: 'pictures' | 'words'; suggestion: string; result: unknown }

/** A pupil chooses how to come back: four pictures in order, or three words. */
export function SecretChoice({ way, suggestion, result }: Props) {
  const { t } = useTranslation('passports')
  const { pathname } = useLocation()
  const picking = pickingOf(result)
  if (way === 'pictures' && picking?.picked.length === SEQUENCE_LENGTH) return <Confirm picked={picking.picked} isShared={picking.isShared} />
  const isPictures = way === 'pictures'
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>{t(isPictures ? 'secret.pictures_title' : 'secret.words_title')}</Title>
        <Text mt={4}>{t(isPictures ? 'secret.pictures_lead' : 'secret.words_lead')}</Text>
      </div>
      <FormProblem result={result} slice="passports" />
      <Form method="post">
        <Stack gap="md">
          <input type="hidden" name="intent" value={isPictures ? 'pick' : 'join'} />
          {isPictures ? <PicturePad result={result} /> : <ChoosePassword suggestion={suggestion} tone="tu" result={result} />}
          <SharedDevice result={result} />
          {!isPictures && (
            <Button type="submit" size="lg">
              {t('secret.words_submit')}
            </Button>
          )}
        </Stack>
      </Form>
      <Anchor component={Link} to={`${pathname}?with=${isPictures ? 'words' : 'pictures'}`} className={classes.other} preventScrollReset>
        {t(isPictures ? 'secret.prefer_words' : 'secret.prefer_pictures')}
      </Anchor>
    </Stack>
  )
}

/** Shown once more, in order, before it counts. */
function Confirm({ picked, isShared }: { picked: readonly Picture[]; isShared: boolean }) {
  const { t } = useTranslation('passports')
  const { pathname } = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Form method="post">
      <Stack gap="lg">
        <Title order={2} ref={heading} tabIndex={-1} className={classes.heading}>
          {t('secret.confirm_title')}
        </Title>
        <ol className={classes.chosen}>
          {picked.map((picture, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may come twice
            <li key={place}>
              <span className={classes.place} aria-hidden="true">
                {place + 1}
              </span>
              <Drawing picture={picture} size={56} />
              <span>{t(`pictures.${picture}`)}</span>
              <input type="hidden" name="passwordChosen" value={picture} />
            </li>
          ))}
        </ol>
        <Text size="lg">{t('secret.confirm_lead')}</Text>
        {isShared && <input type="hidden" name="shared" value="yes" />}
        <Group>
          <Button type="submit" name="intent" value="join" size="lg">
            {t('secret.confirm_submit')}
          </Button>
          <Button component={Link} to={pathname} size="lg" variant="default">
            {t('secret.again')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
