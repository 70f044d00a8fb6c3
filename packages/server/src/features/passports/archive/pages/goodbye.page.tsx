import { Button, Container, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '#web/components/page-header.tsx'
import { titled } from '#web/components/titled.ts'
import { forgetHere } from '../browser/forget-here.ts'
import classes from './archive.module.css'

export { loader } from '#features/passports/archive/pages/goodbye.server.ts'
export const meta = titled

export default function Goodbye() {
  const { t } = useTranslation('archive')
  useEffect(forgetHere, [])
  return (
    <Container size="sm">
      <PageHeader title={t('goodbye.title')} lead={t('goodbye.lead')} />
      <div className={`surface ${classes.panel}`}>
        <Text mb="md">{t('goodbye.files')}</Text>
        <div className={classes.leave}>
          <Button component={Link} to="/verify" variant="default">
            {t('goodbye.verify')}
          </Button>
          <Link to="/" className={classes.next}>
            {t('goodbye.home')}
          </Link>
        </div>
      </div>
    </Container>
  )
}
