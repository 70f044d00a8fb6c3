import { Button, Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './archive.module.css'
import type { loader } from './data.server.ts'

export { loader } from '#features/passports/archive/pages/data.server.ts'
export const meta = titled

const KEPT = ['identity', 'badges', 'words', 'structures', 'recognition', 'sign_in'] as const

export default function MyData() {
  const page = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('archive')
  const list = (words: string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words)
  const facts: Record<(typeof KEPT)[number], Record<string, unknown>> = {
    identity: { name: page.name, addresses: page.addresses.length, list: list(page.addresses) },
    badges: page.counts,
    words: page.counts,
    structures: { count: page.structures.length, list: list(page.structures) },
    recognition: {},
    sign_in: {},
  }
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('data.title')} lead={t('data.lead')} />
      <DoneNotice slice="archive" />
      <div className={classes.columns}>
        <section aria-labelledby="kept" className={`surface ${classes.panel}`}>
          <Title order={2} id="kept">
            {t('data.kept')}
          </Title>
          <dl className={classes.kept}>
            {KEPT.map((key) => (
              <div key={key}>
                <dt>{t(`data.what.${key}.title`)}</dt>
                <dd>{t(`data.what.${key}.what`, facts[key])}</dd>
                <dd className={classes.seen}>
                  <span>{t('data.seen')}</span> {t(`data.what.${key}.seen`)}
                </dd>
              </div>
            ))}
          </dl>
          <Text className={classes.never}>{t('data.never')}</Text>
        </section>
        <div className={classes.acts}>
          <section aria-labelledby="take" className={`surface ${classes.panel}`}>
            <Title order={2} id="take" mb="xs">
              {t('data.take.title')}
            </Title>
            <Text mb="md">{t('data.take.what')}</Text>
            <Button component="a" href="/me/data/archive.zip" download>
              {t('data.take.submit')}
            </Button>
            <Text size="sm" c="dimmed" mt="sm">
              {t('data.take.help')}
            </Text>
            <Text size="sm" mt="sm">
              <Link to="/me/cv#record">{t('cv:record.link')}</Link>
            </Text>
          </section>
          <section aria-labelledby="bring" className={`surface ${classes.panel}`}>
            <Title order={2} id="bring" mb="xs">
              {t('data.bring.title')}
            </Title>
            <Text mb="md">{t('data.bring.what')}</Text>
            <Button component={Link} to="/me/data/import" variant="default">
              {t('data.bring.submit')}
            </Button>
          </section>
        </div>
      </div>
      <Text size="sm" className={classes.part}>
        <Link to="/me/data/delete" className={classes.next}>
          {t('delete.title')}
        </Link>
      </Text>
    </Container>
  )
}
