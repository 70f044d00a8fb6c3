import { Button, Container, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** A code that opens nothing, or nothing any more: whose it was is not said. */
export function UnknownCard({ reason, children }: { reason: 'unknown' | 'replaced' | 'expired' | 'too_many' | 'not_yet'; children?: ReactNode }) {
  const { t } = useTranslation('passports')
  return (
    <Container size="xs">
      <Stack gap="md">
        <Title order={1}>{t(`claim.${reason}.title`)}</Title>
        <Text size="lg">{t(`claim.${reason}.sentence`)}</Text>
        {children}
        <div>
          <Button component={Link} to="/claim" size="lg">
            {t('claim.again')}
          </Button>
        </div>
      </Stack>
    </Container>
  )
}
