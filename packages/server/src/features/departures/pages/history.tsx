import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './departures.module.css'
import type { PresentedLine } from './in-structure.ts'

/** Who left, or came, on which day, and who said yes or no. */
export function History({ lines, direction }: { lines: PresentedLine[]; direction: 'in' | 'out' }) {
  const { t } = useTranslation('departures')
  return (
    <section aria-labelledby="history">
      <Title order={2} id="history" mb="sm">
        {t(`history.${direction}`)}
      </Title>
      {lines.length === 0 ? (
        <Text c="dimmed" maw="42rem">
          {t(`history.none_${direction}`)}
        </Text>
      ) : (
        <ul className={`surface ${classes.list}`}>
          {lines.map((line) => (
            <li key={line.departureId} className={classes.row}>
              <div>
                <Text fw={600}>{[line.name, line.className].filter(Boolean).join(' · ')}</Text>
                <Text size="sm" c="dimmed">
                  {t(`history.${line.state === 'declined' ? 'declined' : line.kind === 'home' ? 'home' : `moved_${direction}`}`, { school: line.otherName, date: line.endedOn })}
                  {line.endedBy && ` ${t(line.state === 'declined' ? 'history.declined_by' : 'history.agreed_by', { who: line.endedBy })}`}
                  {line.requestedBy && ` ${t('history.asked_by', { who: line.requestedBy })}`}
                </Text>
                {line.reason && <Text size="sm">{t('history.reason', { reason: line.reason })}</Text>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
