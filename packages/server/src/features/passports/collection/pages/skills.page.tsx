import { Anchor, Button, Container, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import classes from './skills.module.css'
import type { loader } from './skills.server.ts'

export { loader } from '#features/passports/collection/pages/skills.server.ts'
export const meta = titled

export default function MySkills() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('collection')
  const { pictures, count, drawn, total } = page
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={t('skills.title')} lead={t('skills.lead')} />
      {pictures === null ? (
        <EmptyState
          title={t('skills.none.title')}
          actions={
            <Button component={Link} to="/me/badges" variant="default">
              {t('skills.none.action')}
            </Button>
          }
        >
          {t(total === 0 ? 'skills.none.no_badge' : 'skills.none.help')}
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="picture" className={`surface ${classes.sheet}`}>
            <div className={classes.head}>
              <Title order={2} id="picture">
                {t('skills.picture_title')}
              </Title>
              <Text c="dimmed">{t('skills.picture_says')}</Text>
            </div>
            <Picture of={pictures.wide} className={classes.wide} />
            <Picture of={pictures.narrow} className={classes.narrow} />
            {drawn < count && <Text c="dimmed">{t('skills.others', { count: count - drawn })}</Text>}
            <ul className={classes.take}>
              {(['svg', 'png'] as const).map((format) => (
                <li key={format}>
                  <Anchor href={`/me/skills.${format}`} download={t('skills.file_name', { format })}>
                    {t(`skills.take_${format}`)}
                  </Anchor>
                </li>
              ))}
            </ul>
          </section>
          <Skills />
        </>
      )}
    </Container>
  )
}

function Picture({ of, className }: { of: { body: string; viewBox: string }; className: string | undefined }) {
  const { t } = useTranslation('collection')
  return (
    <figure className={className} aria-label={t('skills.picture_label')}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn and escaped by drawBubbles */}
      <svg viewBox={of.viewBox} className={classes.picture} dangerouslySetInnerHTML={{ __html: of.body }} />
    </figure>
  )
}

/** The same as the picture, and all of it, to read and to follow. */
function Skills() {
  const { groups } = useLoaderData<typeof loader>()
  const { t } = useTranslation('collection')
  return (
    <section aria-labelledby="list" className={classes.list}>
      <Title order={2} id="list">
        {t('skills.list_title')}
      </Title>
      {groups.map(({ key, framework, look, skills }) => (
        <section key={key} className={classes.group}>
          <h3>
            <span className={classes.dot} data-look={look} aria-hidden="true" />
            {framework ?? t(`skills.of_${key}`)}
          </h3>
          <ul>
            {skills.map((skill) => (
              <li key={skill.name}>
                <span>
                  <Link to={skill.to}>{skill.name}</Link>
                  {skill.url && (
                    <Anchor href={skill.url} rel="nofollow noopener" size="sm" aria-label={t('says.definition_of', { name: skill.name })}>
                      {t('says.definition')}
                    </Anchor>
                  )}
                </span>
                <span className={classes.said}>{t('skills.said_by', { count: skill.count })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
