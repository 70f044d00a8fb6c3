import { Button, Group, Text, Title } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useSubmit } from 'react-router'
import { countWaiting, forgetOwn } from '../offline/outbox.ts'
import { sendLeftBehind } from '../offline/send-waiting.ts'
import classes from './sign-out-form.module.css'

type Props = { personId: string; action: string; label: string; className?: string | undefined; reloadDocument?: boolean }

/** Whoever leaves takes along what this device kept of them. What has not been sent yet would be lost: that is asked first. */
export function SignOutForm({ personId, action, label, className, reloadDocument }: Props) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const dialog = useRef<HTMLDialogElement>(null)
  const [waiting, setWaiting] = useState(0)
  const leave = (event: FormEvent) => {
    if (countWaiting(localStorage, personId) === 0) return forgetOwn(localStorage, personId)
    event.preventDefault()
    void ask()
  }
  const ask = async () => {
    const left = await sendLeftBehind(localStorage, personId, { isLeaving: true })
    if (left === 0) return leaveAnyway()
    setWaiting(left)
    dialog.current?.showModal()
  }
  const leaveAnyway = () => {
    forgetOwn(localStorage, personId)
    dialog.current?.close()
    void submit(null, { method: 'post', action })
  }
  return (
    <>
      <Form method="post" action={action} reloadDocument={reloadDocument} onSubmit={leave}>
        <button type="submit" className={className}>
          {label}
        </button>
      </Form>
      <dialog ref={dialog} className={classes.dialog} aria-labelledby={`leave-${action}`}>
        <Title order={2} size="h3" id={`leave-${action}`} mb="sm">
          {t('offline.leave')}
        </Title>
        <Text mb="md">{t('offline.leave_waits', { count: waiting })}</Text>
        <Group>
          <Button onClick={() => dialog.current?.close()}>{t('offline.stay')}</Button>
          <Button variant="default" onClick={leaveAnyway}>
            {t('offline.leave_anyway')}
          </Button>
        </Group>
      </dialog>
    </>
  )
}
