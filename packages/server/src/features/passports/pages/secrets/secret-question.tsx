import { Button, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { useFieldError } from '#web/components/form-problem.tsx'
import { PicturePad } from './picture-pad.tsx'
import { SharedDevice } from './shared-device.tsx'

type Props = { kind: 'password' | 'pictures'; tone: 'tu' | 'vous'; result: unknown; isErrorElsewhere?: boolean }

/** The card says who; this asks for what they chose. */
export function SecretQuestion({ kind, tone, result, isErrorElsewhere = false }: Props) {
  const { t } = useTranslation('passports')
  const fieldError = useFieldError(result, 'passports')
  return (
    <Form method="post">
      <Stack gap="md">
        <input type="hidden" name="intent" value="card-sign-in" />
        {kind === 'pictures' ? (
          <PicturePad result={result} isHidden />
        ) : (
          <TextInput
            type="password"
            name="password"
            label={t('claim.card_sign_in.password')}
            autoComplete="current-password"
            required
            error={isErrorElsewhere ? undefined : fieldError('secret.password')}
          />
        )}
        {tone === 'tu' && <SharedDevice result={result} />}
        {kind === 'password' && (
          <Button type="submit" size="lg">
            {t('claim.card_sign_in.submit')}
          </Button>
        )}
      </Stack>
    </Form>
  )
}
