import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const COLORS = { valid: 'teal', expired: 'yellow', revoked: 'red' } as const

/** Whether a received badge still holds, in one word. */
export function HeldState({ state }: { state: keyof typeof COLORS }) {
  const { t } = useTranslation('faces')
  return (
    <Badge color={COLORS[state]} variant="light" size="lg" tt="none">
      {t(`state.${state}.name`)}
    </Badge>
  )
}
