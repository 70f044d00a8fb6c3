import { Button, Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './ceremonies.module.css'
import type { loader } from './run-sheet.server.ts'

export { loader } from '#features/ceremonies/pages/run-sheet.server.ts'
export { titled as meta } from '#web/components/titled.ts'

/** What the announcer holds in their hand: on a screen, or on paper. */
export default function RunSheetPage() {
  const { organization, can, home, ceremony, classes: groups } = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  return (
    <Container size="xl">
      <div className="no-print">
        <OrganizationNav organization={organization} can={can} />
      </div>
      <PageHeader
        title={t('run_sheet.title')}
        lead={[ceremony.title, ceremony.when, ceremony.place].filter(Boolean).join(' · ')}
        back={{ to: home, label: ceremony.title }}
        actions={
          <Button component="a" href={`${home}/run-sheet.pdf`} download className="no-print">
            {t('run_sheet.print')}
          </Button>
        }
      />
      {groups.map(({ className, people }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reached by the keyboard
        <section key={className} className={classes.scroll} tabIndex={0} aria-label={className || t('no_class')}>
          <table className={classes.table}>
            <caption>{className || t('no_class')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('run_sheet.handed')}</th>
                <th scope="col">{t('run_sheet.number')}</th>
                <th scope="col">{t('run_sheet.name')}</th>
                <th scope="col">{t('run_sheet.badge')}</th>
                <th scope="col">{t('run_sheet.handed_by')}</th>
                <th scope="col">{t('run_sheet.notes')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.recipientId}>
                  <td>{person.presence === 'expected' ? <span className={classes.box} role="img" aria-label={t('presence.expected')} /> : t(`presence.${person.presence}`)}</td>
                  <td>{person.number}</td>
                  <td>
                    <strong>{person.name}</strong>
                    {person.pronunciation && <div className={classes.notes}>{t('note.said', { text: person.pronunciation })}</div>}
                  </td>
                  <td>
                    {person.badge.name}
                    {person.citation && <div className={classes.quote}>{t('quote', { text: person.citation })}</div>}
                  </td>
                  <td>{person.handedBy}</td>
                  <td>{[t(`run_sheet.shown_${person.shownAs}`), person.photo !== 'unknown' && t(`note.photo_${person.photo}`)].filter(Boolean).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Container>
  )
}
