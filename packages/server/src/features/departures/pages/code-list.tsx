import { Button, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/components/notice.tsx'
import classes from './departures.module.css'

type Props = { list: { name: string; code: string }[]; skipped: string[]; schoolName: string; className: string }

/** Codes that are shown once: on paper, or copied into the page of the other establishment. */
export function CodeList({ list, skipped, schoolName, className }: Props) {
  const { t } = useTranslation('departures')
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="list" style={{ marginBottom: '2rem' }}>
      <Title order={2} id="list">
        {t('code_list.title', { name: className, school: schoolName })}
      </Title>
      {skipped.length > 0 && (
        <Notice kind="info" mt="sm">
          {t('code_list.skipped', { names: skipped.join(', ') })}
        </Notice>
      )}
      {list.length > 0 && (
        <>
          <Text mb="sm" maw="42rem">
            {t('code_list.help')}
          </Text>
          <table className={classes.codes}>
            <thead>
              <tr>
                <th scope="col">{t('code_list.pupil')}</th>
                <th scope="col">{t('code_list.code')}</th>
              </tr>
            </thead>
            <tbody>
              {list.map(({ name, code }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td>
                    <code>{code}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {isReady && (
            <Button type="button" mt="md" className={classes.noprint} onClick={() => window.print()}>
              {t('code_list.print')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
