import { Button, Container, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import type { loader } from './folio.server.ts'
import { FolioView } from './folio-view.tsx'
import classes from './preview.module.css'

export { loader } from '#features/passports/folios/pages/folio.server.ts'
export const meta = titled

export default function Folio() {
  const { folio } = useLoaderData<typeof loader>()
  const { t } = useTranslation('folios')
  return (
    <Container size="lg">
      <div className="no-print">
        <PassportNav />
        <DoneNotice slice="folios" />
        <Preview />
      </div>
      <FolioView folio={folio} />
      {folio.blocks.length === 0 && (
        <Text ta="center" mt="xl" c="dimmed" className="no-print">
          {t('preview.empty')}
        </Text>
      )}
    </Container>
  )
}

/** What only its person reads: who sees this page, what is left out of it, and what to do next. */
function Preview() {
  const { folio, isProtected } = useLoaderData<typeof loader>()
  const { t } = useTranslation('folios')
  return (
    <aside className={classes.bar} aria-label={t('preview.label')}>
      <div className={classes.words}>
        <p className={classes.title}>{t(isProtected ? 'preview.title_protected' : 'preview.title')}</p>
        <p>{t(isProtected ? 'preview.protected' : 'preview.lead')}</p>
        {folio.leftOut.length > 0 && (
          <ul className={classes.leftOut}>
            {folio.leftOut.map(({ badgeId, name, why }) => (
              <li key={badgeId}>{t(`preview.left_out.${why}`, { name })}</li>
            ))}
          </ul>
        )}
      </div>
      <Group gap="sm">
        <Button component={Link} to={`/me/folios/${folio.folioId}/edit`} variant={isProtected ? 'filled' : 'default'}>
          {t('preview.edit')}
        </Button>
        {!isProtected && (
          <Button component={Link} to={`/me/shares/new?folio=${folio.folioId}`}>
            {t('preview.share')}
          </Button>
        )}
        <Button variant="default" className={classes.scripted} onClick={() => window.print()}>
          {t('preview.print')}
        </Button>
      </Group>
    </aside>
  )
}
