import { Anchor, Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useNavigation } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import type { BroughtArchive, BroughtBadge } from '../import/import-archive.ts'
import classes from './archive.module.css'
import type { action } from './import-archive.server.ts'

export { action, loader } from '#features/passports/archive/pages/import-archive.server.ts'
export const meta = titled

export default function ImportArchive() {
  const { t } = useTranslation('archive')
  const result = useActionData<typeof action>()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Container size="md">
      <PassportNav />
      <PageHeader title={t('import.title')} lead={t('import.lead')} back={{ to: '/me/data', label: t('data.title') }} />
      <FormProblem result={result} slice="archive" />
      {result && 'brought' in result && <Brought brought={result.brought} />}
      <Form method="post" encType="multipart/form-data" className={`surface ${classes.panel}`}>
        <label htmlFor="archive" className={classes.label}>
          {t('import.file')}
        </label>
        <Text size="sm" c="dimmed" id="archive-help" mb={6}>
          {t('import.file_help')}
        </Text>
        <input id="archive" name="archive" type="file" required accept=".zip,application/zip" aria-describedby="archive-help" className={classes.file} />
        <Button type="submit" size="md" mt="lg" aria-disabled={isBusy} onClick={(event) => isBusy && event.preventDefault()}>
          {t(isBusy ? 'import.submitting' : 'import.submit')}
        </Button>
        <Text size="sm" c="dimmed" mt="sm">
          {t('import.how')}
        </Text>
      </Form>
    </Container>
  )
}

/** What became of each file: what did not come in first, since something can be done about it. */
function Brought({ brought }: { brought: BroughtArchive }) {
  const { t } = useTranslation('archive')
  const count = (outcome: BroughtBadge['outcome']) => brought.badges.filter((badge) => badge.outcome === outcome).length
  const [added, kept, later, refused] = [count('added'), count('kept'), count('later'), count('refused')]
  const others = [
    brought.notes > 0 && t('import.notes', { count: brought.notes }),
    brought.folios > 0 && t('import.folios', { count: brought.folios }),
    brought.cvs > 0 && t('import.cvs', { count: brought.cvs }),
  ]
  const hasMore = kept + later + refused + brought.notes + brought.folios + brought.cvs > 0
  return (
    <Notice kind={refused + later > 0 ? 'warning' : 'success'} title={t('import.done', { added })} mb="lg">
      {hasMore && (
        <ul className={classes.results}>
          {kept > 0 && <li>{t('import.kept', { count: kept })}</li>}
          {others.filter(Boolean).map((words) => (
            <li key={String(words)}>{words}</li>
          ))}
          {later > 0 && (
            <li>
              <strong>{t('import.later', { count: later })}</strong>
            </li>
          )}
          {brought.badges.map((badge) => badge.outcome === 'refused' && <Refused key={badge.file} badge={badge} />)}
        </ul>
      )}
      <Anchor component={Link} to="/me/badges" className={classes.next}>
        {t('import.to_badges')}
      </Anchor>
    </Notice>
  )
}

function Refused({ badge }: { badge: Extract<BroughtBadge, { outcome: 'refused' }> }) {
  const { t } = useTranslation(['archive', 'passports', 'verification', 'web'])
  const why = badge.found
    ? `verification:found.${badge.found}`
    : [`archive:errors.${badge.code}`, `passports:errors.${badge.code}`, `verification:errors.${badge.code}`, 'web:errors.internal_error']
  return (
    <li>
      <strong>{badge.name ?? badge.file}</strong> : {t(why as string)}
    </li>
  )
}
