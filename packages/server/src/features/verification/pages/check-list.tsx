import { Stack, Text, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { OutcomeIcon } from './outcome-icon.tsx'
import type { PresentedVerification } from './present-verification.ts'
import classes from './verify.module.css'

type Check = PresentedVerification['checks'][number]
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
  return (
    <ol className={classes.checks}>
      {report.checks.map((check) => (
        <CheckItem key={check.check} check={check} isHosted={report.isHosted} />
      ))}
    </ol>
  )
}

function CheckItem({ check, isHosted }: { check: Check; isHosted: boolean }) {
  const { t } = useTranslation('verification')
  const { found, means, advice } = sayCheck(t, check, isHosted)
  const isBad = check.outcome === 'failed' || check.outcome === 'undetermined'
  return (
    <li className={classes.check} data-outcome={check.outcome}>
      <OutcomeIcon outcome={check.outcome} size={28} />
      <Stack gap={2} miw={0}>
        <div className={classes.checkHead}>
          <Title order={3} size="h4">
            {t(`checks.${check.check}.label`)}
          </Title>
          <span className={classes.outcome}>{t(`outcome.${check.outcome}`)}</span>
        </div>
        <Text>{found}</Text>
        {means && (
          <Text c="dimmed">
            {isBad && <strong>{t('report.means')} </strong>}
            {means}
          </Text>
        )}
        {advice && check.outcome !== 'passed' && (
          <Text>
            <strong>{t('report.advice')}</strong> {advice}
          </Text>
        )}
        {(check.code || check.outcome !== 'skipped') && <Technical check={check} />}
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
