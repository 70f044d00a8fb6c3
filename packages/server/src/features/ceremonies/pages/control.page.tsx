import { Button, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useFetcher, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { useOthersMarks } from '../browser/use-others-marks.ts'
import { useClicker, useStage } from '../browser/use-stage.ts'
import classes from './ceremonies.module.css'
import type { loader } from './control.server.ts'
import { StateMark } from './state-mark.tsx'

export { action, loader } from '#features/ceremonies/pages/control.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Person = Page['people'][number]

/** For whoever runs the ceremony: who is on the stage, who comes next and how the name is said. The screen follows. */
export default function ControlPage() {
  const page = useLoaderData<typeof loader>()
  const { organization, can, home, ceremony, people, counts } = page
  const { t } = useTranslation('ceremonies')
  const fetcher = useFetcher()
  const last = people.length + 1
  const { at, isBlack, go } = useStage(ceremony.ceremonyId, last, page.at)
  const now = people[at - 1]
  const step = (by: number) => go((from) => ({ at: from.at + by, isBlack: false }))
  const mark = (presence: string) => now && void fetcher.submit({ recipientId: now.recipientId, presence, at }, { method: 'post' })
  useOthersMarks()
  useClicker({
    next: () => step(1),
    previous: () => step(-1),
    black: () => go((from) => ({ ...from, isBlack: !from.isBlack })),
    others: { r: () => mark('handed'), a: () => mark('absent') },
  })
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader
        title={t('control.title')}
        lead={t('control.lead')}
        back={{ to: home, label: ceremony.title }}
        actions={
          <Button component="a" href={`${home}/screen?at=${at}`} target="_blank" rel="noopener" variant="default">
            {t('control.open_screen')}
          </Button>
        }
      />
      <FormProblem result={useActionData()} slice="ceremonies" />
      {people.length === 0 ? (
        <EmptyState title={t('ceremony.empty')}>{t('ceremony.empty_help')}</EmptyState>
      ) : (
        <Stack gap="lg">
          <div className={classes.stage}>
            <section className={`surface ${classes.now}`} aria-labelledby="now">
              <Text c="dimmed" id="now">
                {isBlack ? t('control.black') : t('control.now', { at: Math.min(at, people.length), total: people.length })}
              </Text>
              {now ? <Now person={now} at={at} /> : <p className={classes.nowName}>{t(at === 0 ? 'control.before' : 'control.after')}</p>}
              <nav className={classes.keys} aria-label={t('screen.controls')}>
                {at > 0 && <Step to={at - 1} label={t('screen.previous')} sign="←" step={() => step(-1)} />}
                {at < last && <Step to={at + 1} label={t('screen.next')} sign="→" step={() => step(1)} isMain />}
              </nav>
              <Text size="sm" c="dimmed" mt="sm">
                {t('control.keys')}
              </Text>
            </section>
            <Next people={people.slice(at, at + 3)} />
          </div>
          <p className={classes.counts} role="status">
            {t('scan.counts', counts)}
          </p>
        </Stack>
      )}
    </Container>
  )
}

function Step({ to, label, sign, step, isMain = false }: { to: number; label: string; sign: string; step: () => void; isMain?: boolean }) {
  return (
    <Button
      component="a"
      href={`?at=${to}`}
      size="lg"
      variant={isMain ? 'filled' : 'default'}
      onClick={(event) => {
        event.preventDefault()
        step()
      }}
    >
      {label} <kbd>{sign}</kbd>
    </Button>
  )
}

function Now({ person, at }: { person: Person; at: number }) {
  const { t } = useTranslation('ceremonies')
  const { name, shown, pronunciation, className, badge, citation, handedBy, photo, presence } = person
  return (
    <>
      <p className={classes.nowName}>{name}</p>
      {pronunciation && <p className={classes.said}>{t('note.said', { text: pronunciation })}</p>}
      <dl className={classes.facts}>
        {[
          [t('fields_labels.class_name'), className],
          [t('run_sheet.badge'), badge.name],
          [t('fields_labels.citation'), citation],
          [t('fields_labels.handed_by'), handedBy],
          [t('control.on_screen'), shown.name ?? t('screen.somebody')],
          [t('fields_labels.photo'), photo === 'unknown' ? '' : t(`photo.${photo}`)],
        ]
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="recipientId" value={person.recipientId} />
        <input type="hidden" name="at" value={at} />
        <div className={classes.keys}>
          <StateMark of="presence" state={presence} />
          {(
            [
              ['handed', 'R'],
              ['absent', 'A'],
            ] as const
          ).map(([value, key]) => (
            <Button key={value} type="submit" name="presence" value={value} variant={presence === value ? 'filled' : 'default'} aria-pressed={presence === value}>
              {t(`mark.${value}`)} <kbd>{key}</kbd>
            </Button>
          ))}
          {presence !== 'expected' && (
            <Button type="submit" name="presence" value="expected" variant="subtle">
              {t('scan.undo')}
            </Button>
          )}
        </div>
      </Form>
    </>
  )
}

function Next({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation('ceremonies')
  if (people.length === 0) return null
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="next">
      <Title order={2} size="h3" id="next" mb="xs">
        {t('control.next')}
      </Title>
      <ol className={classes.list}>
        {people.map((person, index) => (
          <li key={person.recipientId} style={{ paddingBlock: '0.6rem', borderTop: index > 0 ? '1px solid var(--boat-edge)' : undefined }}>
            <Text fw={index === 0 ? 700 : 500} size={index === 0 ? 'xl' : 'md'}>
              {person.name}
            </Text>
            {person.pronunciation && <p className={classes.said}>{t('note.said', { text: person.pronunciation })}</p>}
            <Text size="sm" c="dimmed">
              {[person.className, person.badge.name, person.handedBy && t('note.handed_by', { name: person.handedBy }), person.presence === 'absent' && t('presence.absent')]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  )
}
