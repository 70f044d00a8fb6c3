// A badge is verified by the browser of who asks; it is sent to the platform only when the browser cannot conclude, and after saying so.
import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigation, useSubmit } from 'react-router'
import { isAddress } from '#features/verification/browser/read-text.ts'
import { IconShieldLock } from '#web/components/icons.ts'
import { Notice } from '#web/components/notice.tsx'
import type { ActionProblem } from '#web/page.ts'
import type { PresentedVerification } from '../browser/present-verification.ts'
import classes from './verify.module.css'

type Result = { report: PresentedVerification } | ActionProblem | { missing: string[] }
/** `at`: the visit of the page that it belongs to; any navigation makes it past. `again`: the form comes back after a report. */
type State = { at: string; result: Result | 'looking' | 'again' | undefined }

const loadVerifier = () => import('#features/verification/browser/verify-in-page.ts')

export type VerificationHere = ReturnType<typeof useVerificationHere>

export function useVerificationHere() {
  const { key } = useLocation()
  const submit = useSubmit()
  const isSending = useNavigation().state !== 'idle'
  const [state, setState] = useState<State>({ at: key, result: undefined })
  const given = useRef<FormData>(undefined)
  const result = state.at === key ? state.result : undefined
  const show = (next: State['result'], form?: FormData) => {
    given.current = form
    setState({ at: key, result: next })
  }

  // As after any answer of the platform: what was found is at the top.
  const isAnswer = typeof result === 'object' && !('missing' in result)
  useEffect(() => {
    if (isAnswer) window.scrollTo(0, 0)
  }, [isAnswer])

  const verify = async (form: FormData, document: File | string) => {
    show('looking', form)
    const found = await look(form, document)
    // Something else was given meanwhile: this is the answer to a question of the past.
    if (given.current === form) show(found, form)
  }

  return {
    result: typeof result === 'object' ? result : undefined,
    isAgain: result === 'again',
    isBusy: isSending || result === 'looking',
    /** Forgets what was found, once something else is given; and gets ready for it. */
    prepare: () => {
      show(undefined)
      loadVerifier().catch(() => undefined)
    },
    /** An address, nothing at all, or what the browser could not conclude on: the form goes to the platform, as without scripts. */
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      const form = new FormData(event.currentTarget)
      const document = documentOf(form)
      if (document === undefined || (typeof result === 'object' && 'missing' in result)) return
      event.preventDefault()
      void verify(form, document)
    },
    /** Asks the platform as well. */
    send: () => void submit(given.current!, { method: 'post', action: '/verify', encType: 'multipart/form-data' }),
    again: () => show('again'),
  }
}

function documentOf(form: FormData): File | string | undefined {
  const file = form.get('file')
  if (file instanceof File && file.name !== '') return file
  const text = String(form.get('text')).trim()
  return text === '' || isAddress(text) ? undefined : text
}

async function look(form: FormData, document: File | string): Promise<Result> {
  const [text, recipient] = [String(form.get('text')), String(form.get('recipient'))]
  try {
    const { verifyInPage } = await loadVerifier()
    const found = await verifyInPage({ document: typeof document === 'string' ? document : new Uint8Array(await document.arrayBuffer()), recipient }, new Date())
    return 'problem' in found ? { ...found, values: { text, recipient } } : found
  } catch {
    // An old browser, a script that did not arrive: the platform can still be asked.
    return { missing: [] }
  }
}

/** What is about to be sent, to whom and why, above the button that sends it. */
export function MissingNotice({ missing, hasRecipient }: { missing: string[]; hasRecipient: boolean }) {
  const { t, i18n } = useTranslation('verification')
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const hosts = new Intl.ListFormat(i18n.language).format(missing.slice(0, 3))
  return (
    <div ref={notice} className={classes.missing}>
      <Notice kind="info" title={t('here.missing_title')}>
        <Stack gap={4}>
          <Text>{missing.length > 0 ? t('here.missing_from', { hosts }) : t('here.missing')}</Text>
          <Text>{t('here.would_send', { recipient: hasRecipient ? 'given' : 'none' })}</Text>
        </Stack>
      </Notice>
    </div>
  )
}

type Props = { report: PresentedVerification; here: VerificationHere }

/** That nothing left the browser, and for a badge from here what the platform could add. */
export function MadeHere({ report: { outcome, namesUs, madeBy }, here }: Props) {
  const { t } = useTranslation('verification')
  const title = `${t(`verdict.${outcome}`)} · ${t('title')} · BOAT`
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <aside className={classes.here}>
      <IconShieldLock size={28} stroke={1.6} aria-hidden />
      <Stack gap="xs" miw={0}>
        <Text fw={600}>{t('here.nothing_sent')}</Text>
        {madeBy.kind === 'browser' && madeBy.hasAsked && (
          <Text size="sm" c="dimmed">
            {t('here.asked')}
          </Text>
        )}
        {namesUs && (
          <Group gap="sm" className="no-print">
            <Text size="sm" c="dimmed" flex="1 1 20rem">
              {t(outcome === 'verified' ? 'here.more_of_verified' : 'here.more_of_others')}
            </Text>
            <Button type="button" variant="default" onClick={here.send} aria-disabled={here.isBusy}>
              {t('here.ask')}
            </Button>
          </Group>
        )}
      </Stack>
    </aside>
  )
}
