import { Button, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from './juries.module.css'
import type { Session } from './use-session.tsx'

/** Who is in the room, and whether they are enough. */
export function Presences({ session: { table, act }, at }: { session: Session; at: string }) {
  const { t } = useTranslation('juries')
  const { members, jury } = table
  const count = members.filter(({ isPresent }) => isPresent).length
  // Who is marking people is not shut out when the quorum is reached.
  const [isOpen, setOpen] = useState(count < jury.quorum)
  if (jury.state === 'voting') return <Start session={{ act }} at={at} />
  if (jury.state !== 'in-session') return null
  const toggle = (event: FormEvent, member: (typeof members)[number]) => {
    event.preventDefault()
    act(`present ${member.memberId}`, t('presence.label', { name: member.name }), { intent: 'present', memberId: member.memberId, isPresent: member.isPresent ? 'no' : 'yes' })
  }
  return (
    <details className={`surface ${classes.details} ${classes.presences}`} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('presence.title', { count, of: members.length })} ·{' '}
        {t(count < jury.quorum ? 'presence.missing' : 'presence.reached', { count: jury.quorum - count, quorum: jury.quorum })}
      </summary>
      <ul>
        {members.map((member) => (
          <li key={member.memberId}>
            <Form method="post" onSubmit={(event) => toggle(event, member)}>
              <input type="hidden" name="intent" value="present" />
              <input type="hidden" name="memberId" value={member.memberId} />
              <input type="hidden" name="isPresent" value={member.isPresent ? 'no' : 'yes'} />
              <input type="hidden" name="at" value={at} />
              <Button type="submit" variant={member.isPresent ? 'filled' : 'default'} size="sm" aria-pressed={member.isPresent} className={classes.person}>
                {member.isPresent ? '✓ ' : ''}
                {[member.name, member.isPresident ? t('members.president') : member.about].filter(Boolean).join(', ')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('presence.help')}
      </Text>
    </details>
  )
}

function Start({ session: { act }, at }: { session: Pick<Session, 'act'>; at: string }) {
  const { t } = useTranslation('juries')
  const start = (event: FormEvent) => {
    event.preventDefault()
    act('start', t('next.start'), { intent: 'start' })
  }
  return (
    <Form method="post" className={classes.arrive} onSubmit={start}>
      <Text fw={600}>{t('session.not_started')}</Text>
      <input type="hidden" name="at" value={at} />
      <Button type="submit" name="intent" value="start">
        {t('next.start')}
      </Button>
    </Form>
  )
}
