import { Stack, Text, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { IconRosette } from '#web/components/icons.ts'
import type { PresentedVerification } from '../browser/present-verification.ts'
import classes from './verify.module.css'

type Props = { report: PresentedVerification }

export const formatDay = (date: Date | string, locale: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(date))

/** The badge as the document has it; when its issuer is not proven, as a claim. */
export function VerifiedBadge({ report }: Props) {
  const { t, i18n } = useTranslation('verification')
  const { summary, isIssuerConfirmed } = report
  if (!summary) return null
  const name = summary.name ?? t('report.unnamed')
  return (
    <section className={`surface ${classes.badge}`} aria-labelledby="badge">
      <Picture report={report} name={name} />
      <Stack gap="xs" miw={0}>
        <Text c="dimmed" fw={600} size="sm">
          {t(isIssuerConfirmed ? 'report.badge' : 'report.claims')}
        </Text>
        <Title order={2} id="badge">
          {name}
        </Title>
        <dl className={classes.facts}>
          <Fact name={t(isIssuerConfirmed ? 'report.issuer' : 'report.issuer_claimed')}>
            {summary.issuer.name ?? t('report.issuer_unnamed')}
            {isIssuerConfirmed && summary.issuer.host && (
              <Text span size="sm" c="dimmed" display="block">
                {t('report.issuer_host', { host: summary.issuer.host })}
              </Text>
            )}
          </Fact>
          {summary.author && <Fact name={t('report.author')}>{summary.author}</Fact>}
          {summary.level && (
            <Fact name={t('report.level')}>
              {summary.level.name}
              {summary.level.description && (
                <Text span size="sm" c="dimmed" display="block">
                  {summary.level.description}
                </Text>
              )}
            </Fact>
          )}
          {summary.issuedOn && <Fact name={t('report.issued_on')}>{formatDay(summary.issuedOn, i18n.language)}</Fact>}
          {summary.validUntil && <Fact name={t('report.valid_until')}>{formatDay(summary.validUntil, i18n.language)}</Fact>}
          <Fact name={t('report.recipient')}>{sayRecipient(t, report)}</Fact>
          {summary.description && <Fact name={t('report.description')}>{summary.description}</Fact>}
        </dl>
        {summary.inside !== null && <Text>{t('report.inside', { count: summary.inside })}</Text>}
      </Stack>
    </section>
  )
}

function sayRecipient(t: TFunction<'verification'>, { summary, isRecipientConfirmed }: PresentedVerification): string {
  const recipient = summary?.recipient
  if (recipient?.kind === 'clear') return recipient.value
  return t(isRecipientConfirmed ? 'report.recipient_confirmed' : `report.recipient_${recipient?.kind ?? 'unknown'}`)
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Picture({ report: { picture }, name }: Props & { name: string }) {
  const { t } = useTranslation('verification')
  const alt = t('report.picture_alt', { name })
  if (!picture)
    return (
      <div className={classes.noPicture}>
        <IconRosette size={72} stroke={1.2} aria-hidden />
      </div>
    )
  if (picture.kind === 'ours') return <BadgeImage imageId={picture.imageId} alt={alt} size={168} />
  return (
    <figure className={classes.figure}>
      <img src={picture.source} alt={alt} width={168} />
      {picture.kind === 'file' && <figcaption>{t('report.picture_of_file')}</figcaption>}
    </figure>
  )
}
