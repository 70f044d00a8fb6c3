import { Anchor, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RowState } from '../credentials.schema.ts'
import classes from './rows.module.css'
import { StateMark } from './state-mark.tsx'

type Row = {
  position: number
  line: number | null
  name: string
  email: string | null
  narrative: string | null
  evidenceUrl: string | null
  validUntil: string | null
  level: string | null
  state: RowState
  credentialId: string | null
  problems: { code: string; severity: 'error' | 'warning'; column: string; value: string; sentence: string }[]
}

/** Rows that receive nothing: which, where, why, and what to do. */
export function TroubledRows({ rows, total, title }: { rows: Row[]; total: number; title: string }) {
  const { t } = useTranslation('credentials')
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="troubled">
      <Title order={2} id="troubled" mb="sm">
        {title}
      </Title>
      <table className={classes.rows}>
        <thead>
          <tr>
            <th scope="col">{t('rows.line')}</th>
            <th scope="col">{t('rows.person')}</th>
            <th scope="col">{t('rows.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              <td data-label={t('rows.line')}>{row.line ?? row.position + 1}</td>
              <th scope="row">{row.name || row.email || t('rows.nameless')}</th>
              <td data-label={t('rows.reason')}>
                {row.problems
                  .filter(({ severity }) => severity === 'error')
                  .map(({ code, column, value, sentence }) => (
                    <div key={code}>
                      {column && <strong>{t('rows.column', { column })} </strong>}
                      {sentence}
                      {value && <span className={classes.value}>{t('rows.value', { value })}</span>}
                    </div>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={rows.length} total={total} />
    </section>
  )
}

type Props = { rows: Row[]; total: number; organization: { slug: string }; phase: 'preview' | 'finished' }

export function BatchRows({ rows, total, organization, phase }: Props) {
  const { t } = useTranslation('credentials')
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="recipients">
      <Title order={2} id="recipients" mb="sm">
        {t(`batch.${phase}.recipients`)}
      </Title>
      <table className={classes.rows}>
        <thead>
          <tr>
            <th scope="col">{t('rows.person')}</th>
            <th scope="col">{t('rows.way')}</th>
            <th scope="col">{t('rows.more')}</th>
            <th scope="col">{t('rows.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              <th scope="row">
                {row.credentialId && phase === 'finished' ? (
                  <Anchor component={Link} to={`/organizations/${organization.slug}/credentials/${row.credentialId}`}>
                    {row.name || row.email}
                  </Anchor>
                ) : (
                  row.name || row.email
                )}
              </th>
              <td data-label={t('rows.way')} className={classes.address}>
                {row.email ?? t('rows.card')}
              </td>
              <td data-label={t('rows.more')} data-empty={!hasMore(row)}>
                <RowMore row={row} />
              </td>
              <td data-label={t('rows.state')}>
                <StateMark state={row.state} label={t(`row_state.${row.state}`)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={rows.length} total={total} />
    </section>
  )
}

/** That somebody has no address is said by the card they get. */
const isWorthTelling = ({ severity, code }: Row['problems'][number]) => severity === 'warning' && code !== 'email_missing'
const hasMore = ({ narrative, evidenceUrl, validUntil, level, problems }: Row) => Boolean(narrative || evidenceUrl || validUntil || level || problems.some(isWorthTelling))

function RowMore({ row }: { row: Row }) {
  const { t } = useTranslation('credentials')
  return (
    <>
      {row.level && (
        <Text size="sm" fw={600}>
          {t('rows.level', { level: row.level })}
        </Text>
      )}
      {row.narrative && (
        <Text size="sm" lineClamp={2}>
          {row.narrative}
        </Text>
      )}
      {row.evidenceUrl && (
        <Anchor href={row.evidenceUrl} target="_blank" rel="noreferrer" size="sm">
          {t('rows.evidence')}
        </Anchor>
      )}
      {row.validUntil && <Text size="sm">{t('batch.until', { date: row.validUntil })}</Text>}
      {row.problems.filter(isWorthTelling).map(({ code, sentence }) => (
        <Text key={code} size="sm" c="dimmed">
          {sentence}
        </Text>
      ))}
    </>
  )
}

function More({ shown, total }: { shown: number; total: number }) {
  const { t } = useTranslation('credentials')
  if (shown >= total) return null
  return (
    <Text mt="sm">
      {t('rows.shown', { shown, total })}{' '}
      <Anchor component={Link} to="?rows=all" preventScrollReset>
        {t('rows.show_all')}
      </Anchor>
    </Text>
  )
}
