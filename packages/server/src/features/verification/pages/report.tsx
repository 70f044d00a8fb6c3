import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PresentedVerification } from '../browser/present-verification.ts'
import { CheckList, sayCheck } from './check-list.tsx'
import { OriginFacts } from './origin-facts.tsx'
import { OutcomeIcon } from './outcome-icon.tsx'
import { VerifiedBadge } from './verified-badge.tsx'
import classes from './verify.module.css'
import { MadeHere, type VerificationHere } from './verify-here.tsx'

type Props = { report: PresentedVerification }

export function Report({ report, here }: Props & { here: VerificationHere }) {
  const { t } = useTranslation('verification')
  const isMadeHere = report.madeBy.kind === 'browser'
  return (
    <article>
      <Verdict report={report} />
      {isMadeHere && <MadeHere report={report} here={here} />}
      <OriginFacts origin={report.origin} />
      <VerifiedBadge report={report} />
      <section className={classes.section} aria-labelledby="checks">
        <Title order={2} id="checks">
          {t('report.checks')}
        </Title>
        <CheckList report={report} />
      </section>
      <Warnings report={report} />
      <Technical report={report} />
      <Actions again={isMadeHere ? here.again : undefined} />
    </article>
  )
}

function Verdict({ report }: Props) {
  const { t } = useTranslation('verification')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { title, sentences } = useVerdict(report)
  return (
    <header className={classes.verdict} data-outcome={report.outcome}>
      <OutcomeIcon outcome={report.outcome} size={64} />
      <Stack gap="xs">
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {sentences.map((sentence) => (
          <Text key={sentence} size="lg">
            {sentence}
          </Text>
        ))}
        {report.outcome === 'verified' && (
          <Text size="sm" c="dimmed">
            {t('verdict.limits')}
          </Text>
        )}
      </Stack>
    </header>
  )
}

/** The verdict in words: what was found, or the first reason against it and what to do. */
function useVerdict(report: PresentedVerification): { title: string; sentences: string[] } {
  const { t, i18n } = useTranslation('verification')
  const { outcome, checks, summary, isHosted, isRecipientConfirmed } = report
  const bad = checks.filter((check) => check.outcome === (outcome === 'not-verified' ? 'failed' : 'undetermined'))
  const [cause] = bad
  if (outcome === 'verified' || !cause) {
    const issuer = summary?.issuer.name ?? summary?.issuer.host ?? t('report.issuer_unnamed')
    const sentences = [t(summary?.issuer.host ? 'verdict.issued_by' : 'verdict.issued_by_key', { issuer })]
    if (isRecipientConfirmed) sentences.push(t('verdict.for_recipient'))
    return { title: t('verdict.verified'), sentences }
  }
  const { found, advice } = sayCheck(t, cause, isHosted)
  const special = `verdict.because.${cause.code}`
  const title = bad.length === 1 && i18n.exists(`verification:${special}`) ? t(special) : t(`verdict.${outcome}`)
  return { title, sentences: [found, ...(outcome === 'undetermined' ? [t('verdict.not_fake')] : []), ...(advice ? [advice] : [])] }
}

function Warnings({ report: { warnings } }: Props) {
  const { t } = useTranslation('verification')
  const codes = [...new Set(warnings.map(({ code }) => code))]
  if (codes.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="warnings">
      <Title order={2} id="warnings">
        {t('report.warnings')}
      </Title>
      <ul>
        {codes.map((code) => (
          <li key={code}>{t(`warnings.${code}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Technical({ report }: Props) {
  const { t, i18n } = useTranslation('verification')
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(report.verifiedAt))
  return (
    <footer className={classes.section}>
      <Text size="sm" c="dimmed">
        {t('report.verified_at', { when })}. {t('report.version', { version: t(`version.${report.version.replace('.', '_')}`) })}.
      </Text>
      {report.address && (
        <Text size="sm" c="dimmed" className={classes.address}>
          {t('report.address', { address: report.address })}
        </Text>
      )}
      {report.document && (
        <details className={`${classes.technical} no-print`}>
          <summary>{t('report.document')}</summary>
          <pre className={classes.document}>{report.document}</pre>
        </details>
      )}
    </footer>
  )
}

/** A report made here is left without asking the platform for the page, which may be out of reach. */
function Actions({ again }: { again: (() => void) | undefined }) {
  const { t } = useTranslation('verification')
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  return (
    <Group mt="xl" className="no-print">
      {again ? (
        <Button type="button" onClick={again}>
          {t('report.again')}
        </Button>
      ) : (
        <Button component={Link} to="/verify">
          {t('report.again')}
        </Button>
      )}
      {canPrint && (
        <Anchor component="button" type="button" onClick={() => window.print()} className={classes.print}>
          {t('report.print')}
        </Anchor>
      )}
    </Group>
  )
}
