import { Stack, Text, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresentedVerification } from '../browser/present-verification.ts'
import { OutcomeIcon } from './outcome-icon.tsx'
import classes from './verify.module.css'

type Check = PresentedVerification['checks'][number]
/** Checks that mean nothing of a document whose content or author is not proven. */
const DEPENDS_ON_ORIGIN: readonly string[] = ['refresh', 'status', 'validity', 'recipient', 'endorsements', 'credentials'] satisfies Check['check'][]
/** Checks that every badge could have had. */
const ALWAYS_APPLY: readonly string[] = ['conformance', 'proof', 'issuer', 'validity', 'recipient'] satisfies Check['check'][]

type Sentences = { found: string; means?: string; advice?: string }

/** What a check found, what it means and what to do, in the reader's language. */
export function sayCheck(t: TFunction<'verification'>, { check, outcome, code }: Check, isHosted: boolean): Sentences {
  if (code) return { found: t(`codes.${code}.found`), means: t(`codes.${code}.means`), advice: t(`codes.${code}.advice`) }
  if (outcome === 'skipped') return { found: t(`checks.${check}.skipped`) }
  if (outcome !== 'passed') return { found: t(`unexplained.${outcome}.found`), means: t(`unexplained.${outcome}.means`), advice: t(`unexplained.${outcome}.advice`) }
  const how = isHosted && (check === 'proof' || check === 'issuer') ? 'hosted' : 'passed'
  return { found: t(`checks.${check}.${how}.found`), means: t(`checks.${check}.${how}.means`) }
}

/** Each check, in the order in which they were made. */
export function CheckList({ report }: { report: PresentedVerification }) {
  const { t } = useTranslation('verification')
  const isNotAsked = ({ outcome, code }: Check) => outcome === 'undetermined' && code === 'unavailable' && report.madeBy.kind === 'browser' && report.outcome === 'not-verified'
  const isMoot = ({ check, outcome }: Check) => outcome === 'passed' && !report.isIssuerConfirmed && DEPENDS_ON_ORIGIN.includes(check)
  return (
    <ol className={classes.checks}>
      {report.checks.map((check) => {
        if (isMoot(check)) return <LeftOutItem key={check.check} check={check} word={t('outcome.moot')} why={t('report.moot')} />
        if (isNotAsked(check)) return <LeftOutItem key={check.check} check={check} word={t('outcome.not_checked')} why={t('here.not_asked')} />
        return <CheckItem key={check.check} check={check} isHosted={report.isHosted} />
      })}
    </ol>
  )
}

/** What a document says whose author is not known, or what could not change anything any more. */
function LeftOutItem({ check, word, why }: { check: Check; word: string; why: string }) {
  return (
    <Item check={check} shown="skipped" word={word}>
      <Text>{why}</Text>
    </Item>
  )
}

function CheckItem({ check, isHosted }: { check: Check; isHosted: boolean }) {
  const { t } = useTranslation('verification')
  const { found, means, advice } = sayCheck(t, check, isHosted)
  const isBad = check.outcome === 'failed' || check.outcome === 'undetermined'
  const isLeftOut = check.outcome === 'skipped' && ALWAYS_APPLY.includes(check.check)
  return (
    <Item check={check} shown={check.outcome} word={t(`outcome.${isLeftOut ? 'not_checked' : check.outcome}`)}>
      <Text>{found}</Text>
      {means && (
        <Text c="dimmed">
          {isBad && <strong>{t('report.means')} </strong>}
          {means}
        </Text>
      )}
      {advice && isBad && (
        <Text>
          <strong>{t('report.advice')}</strong> {advice}
        </Text>
      )}
      {check.code && <Technical check={check} />}
    </Item>
  )
}

function Item({ check, shown, word, children }: { check: Check; shown: Check['outcome']; word: string; children: ReactNode }) {
  const { t } = useTranslation('verification')
  return (
    <li className={classes.check} data-outcome={shown}>
      <OutcomeIcon outcome={shown} size={28} />
      <Stack gap={2} miw={0}>
        <div className={classes.checkHead}>
          <Title order={3} size="h4">
            {t(`checks.${check.check}.label`)}
          </Title>
          <span className={classes.outcome}>{word}</span>
        </div>
        {children}
      </Stack>
    </li>
  )
}

function Technical({ check }: { check: Check }) {
  const { t } = useTranslation('verification')
  const facts = [
    [t('report.technical_check'), check.check],
    [t('report.technical_outcome'), check.outcome],
    [t('report.technical_code'), check.code],
    [t('report.technical_detail'), check.detail],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined)
  return (
    <details className={classes.technical}>
      <summary>{t('report.technical')}</summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
