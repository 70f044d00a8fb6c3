import { Badge, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlannedRow } from '../imports/match-rows.ts'
import classes from './organizations.module.css'

const COLORS = { new: 'teal', known: 'sea', duplicate: 'gray', refused: 'red' } as const

function State({ row }: { row: PlannedRow }) {
  const { t } = useTranslation('organizations')
  const key = row.state === 'known' && !row.isInClass && row.className ? 'known_joins' : row.state
  return (
    <Badge
      color={COLORS[row.state]}
      variant="light"
      tt="none"
      size="lg"
      styles={{ root: { height: 'auto', whiteSpace: 'normal' }, label: { whiteSpace: 'normal', overflow: 'visible' } }}
    >
      {t(`import.state.${key}`, { line: row.duplicateOf, className: row.className })}
    </Badge>
  )
}

/** What is wrong with a row, in words: the column, what was written there, why, and what to do. */
function Problems({ row }: { row: PlannedRow }) {
  const { t } = useTranslation('organizations')
  const shown = row.problems.filter(({ code }) => !code.startsWith('duplicate_'))
  if (shown.length === 0) return null
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.1rem' }}>
      {shown.map(({ code, column, value, severity }) => (
        <li key={`${code} ${column}`}>
          {column && <strong>{t('import.in_column', { column })} </strong>}
          {t(`roster.problem.${code}`)}
          {value && severity === 'error' && (
            <Text span c="dimmed">
              {' '}
              {t('import.written', { value: value.slice(0, 80) })}
            </Text>
          )}
        </li>
      ))}
    </ul>
  )
}

export function LeftOutRows({ rows }: { rows: PlannedRow[] }) {
  const { t } = useTranslation('organizations')
  return (
    <ul className={`surface ${classes.list}`}>
      {rows.map((row) => (
        <li key={row.line} className={classes.row} style={{ alignItems: 'flex-start' }}>
          <div>
            <Text fw={600}>
              {t('import.line', { line: row.line })} · {`${row.values.givenName} ${row.values.familyName}`.trim() || t('import.no_name')}
            </Text>
            <Problems row={row} />
          </div>
          <State row={row} />
        </li>
      ))}
    </ul>
  )
}

/** One line for each person who will be written. */
export function RosterTable({ rows }: { rows: PlannedRow[] }) {
  const { t, i18n } = useTranslation('organizations')
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'fr', { timeZone: 'UTC' })
  const day = (date: string | undefined) => date && format.format(new Date(date))
  const columns = (['className', 'birthDate', 'email', 'ine', 'title'] as const).filter((field) => rows.some(({ values }) => values[field]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={`surface ${classes.scroll}`} tabIndex={0} aria-label={t('import.table')}>
      <Table verticalSpacing="xs" horizontalSpacing="md" miw="60rem">
        <Table.Thead>
          <Table.Tr>
            {(['line', 'familyName', 'givenName', ...columns] as const).map((field) => (
              <Table.Th key={field} scope="col">
                {t(`csv.${field}`)}
              </Table.Th>
            ))}
            <Table.Th scope="col" miw="17rem">
              {t('import.what_happens')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.line}>
              <Table.Td c="dimmed">{row.line}</Table.Td>
              <Table.Th scope="row" fw={600}>
                {row.values.familyName}
              </Table.Th>
              <Table.Td>{row.values.givenName}</Table.Td>
              {columns.map((field) => (
                <Table.Td key={field}>{field === 'birthDate' ? day(row.values.birthDate) : row.values[field]}</Table.Td>
              ))}
              <Table.Td>
                <State row={row} />
                <Problems row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
