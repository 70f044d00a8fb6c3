import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { problemOf, typedValues } from '#web/components/form-problem.tsx'
import { pickingOf } from './picture-pad.tsx'

/** Ticked unless somebody says otherwise: a tablet goes from hand to hand. */
export function SharedDevice({ result }: { result: unknown }) {
  const { t } = useTranslation('passports')
  const isShared = problemOf(result) ? typedValues(result).shared === 'yes' : (pickingOf(result)?.isShared ?? true)
  return <Checkbox name="shared" value="yes" defaultChecked={isShared} size="md" label={t('secret.shared')} description={t('secret.shared_help')} />
}
