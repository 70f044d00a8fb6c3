import { Button, NativeSelect, Radio, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import type { ReceivedLine } from '../receive-lines.ts'
import classes from './departures.module.css'

type Props = { lines: ReceivedLine[]; classes: { value: string; label: string }[] }

/** A line for each code: who comes, who that is here, in which class; or what is wrong with it. */
export function ArrivalLines({ lines, classes: cohorts }: Props) {
  const { t } = useTranslation('departures')
  const open = lines.filter(({ arrival }) => arrival)
  return (
    <section aria-labelledby="lines">
      <Title order={2} id="lines" mb="sm">
        {t('lines.title', { count: lines.length })}
      </Title>
      <Form method="post">
        <ol className={classes.lines}>
          {lines.map((line) => (
            <li key={line.code} className={`surface ${classes.line}`} data-state={line.outcome ?? (line.arrival ? 'found' : 'problem')}>
              <Head line={line} />
              {line.problem && (
                <Text fw={600} role="alert">
                  {t([`departures:errors.${line.problem}`, `web:errors.${line.problem}`, 'web:errors.internal_error'], line.detail ?? {})}
                </Text>
              )}
              {line.problem && !line.arrival && <input type="hidden" name="refused" value={line.code} />}
              {line.arrival && <Who line={line} index={open.indexOf(line)} cohorts={cohorts} />}
            </li>
          ))}
        </ol>
        {open.length > 0 && (
          <Stack gap="xs" mt="md" align="flex-start">
            <Button type="submit" name="intent" value="ask" size="md">
              {t('lines.ask', { count: open.length })}
            </Button>
            <Text size="sm" c="dimmed" maw="42rem">
              {t('lines.ask_help')}
            </Text>
          </Stack>
        )}
      </Form>
    </section>
  )
}

/** As it was printed; what is no code stays as it was typed. */
const inHalves = (code: string) => code.replace(/^([A-Z0-9]{4})([A-Z0-9]{4})$/, '$1-$2')

function Head({ line }: { line: ReceivedLine }) {
  const { t } = useTranslation('departures')
  const { arrival, outcome, givenName } = line
  return (
    <>
      <Text size="sm">
        <span className={classes.code}>{inHalves(line.code)}</span>
      </Text>
      {outcome && <Text fw={600}>{t(`lines.${outcome}`, { name: givenName })}</Text>}
      {arrival && (
        <>
          <Text fw={650} size="lg">
            {arrival.givenName}
          </Text>
          <Text>{[arrival.className, arrival.schoolName, t('lines.badges', { count: arrival.badgeCount })].filter(Boolean).join(' · ')}</Text>
          <Text size="sm" c="dimmed">
            {t(arrival.isAgreed ? 'lines.agreed' : 'lines.to_confirm')}
          </Text>
        </>
      )}
    </>
  )
}

function Who({ line, index, cohorts }: { line: ReceivedLine; index: number; cohorts: Props['classes'] }) {
  const { t } = useTranslation('departures')
  const { suggestions, isKnownHere, givenName } = line.arrival!
  return (
    <div className={classes.who}>
      <input type="hidden" name="code" value={line.code} />
      {isKnownHere ? (
        <div>
          <input type="hidden" name={`who-${index}`} value="new" />
          <Text>{t('lines.known', { name: givenName })}</Text>
        </div>
      ) : (
        <Radio.Group name={`who-${index}`} defaultValue={line.who || (suggestions.length === 0 ? 'new' : null)} label={t('lines.who', { name: givenName })} required>
          <Stack gap="sm" mt="xs">
            {suggestions.map(({ personId, name, className, isSameName, isSameBirthDate }) => (
              <Radio
                key={personId}
                value={personId}
                label={t('lines.is', { name: [name, className].filter(Boolean).join(', ') })}
                description={t(isSameName && isSameBirthDate ? 'lines.same_both' : isSameName ? 'lines.same_name' : 'lines.same_birth')}
              />
            ))}
            <Radio value="new" label={t('lines.new')} description={suggestions.length === 0 ? t('lines.nobody_alike') : undefined} />
          </Stack>
        </Radio.Group>
      )}
      <NativeSelect name={`class-${index}`} label={t('lines.class')} defaultValue={line.cohortId} data={[{ value: '', label: t('lines.no_class') }, ...cohorts]} />
    </div>
  )
}
