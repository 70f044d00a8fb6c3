import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { Notice } from '#web/components/notice.tsx'
import { Prose } from '#web/components/prose.tsx'
import type { ShownInDetail } from './present-view.ts'
import classes from './shown.module.css'
import { StateWord } from './state-word.tsx'

type Props = { badge: ShownInDetail; personName: string; order: 1 | 2 | 4 }

/** One badge with all that it says, and what was found when it was verified. */
export function ShownBadge({ badge, personName, order }: Props) {
  return (
    <Stack gap="lg">
      <article className={`surface ${classes.sheet}`}>
        <div className={classes.picture}>
          <BadgePicture badge={badge} size={220} />
        </div>
        <Stack gap="md" className={classes.words}>
          <div>
            <StateWord state={badge.state} />
            <Title order={order} size={order === 1 ? 'h1' : 'h2'} mt={6}>
              {badge.name}
            </Title>
          </div>
          {badge.sentence && (
            <blockquote className={classes.sentence}>
              <p>{badge.sentence}</p>
              <footer>{personName}</footer>
            </blockquote>
          )}
          {badge.description && <Text className={classes.written}>{badge.description}</Text>}
          <Facts badge={badge} personName={personName} />
        </Stack>
      </article>
      <Verified badge={badge} personName={personName} order={order} />
      <Story badge={badge} order={order} />
      <Endorsements badge={badge} order={order} />
    </Stack>
  )
}

function Facts({ badge, personName }: Omit<Props, 'order'>) {
  const { t } = useTranslation('shares')
  const facts: [label: string, value: React.ReactNode][] = [
    ['recipient', badge.isConfirmed && personName],
    ['issuer', badge.issuerName],
    ['author', badge.authorName],
    ['level', badge.levelName && (badge.levelDescription ? `${badge.levelName} : ${badge.levelDescription}` : badge.levelName)],
    ['received', badge.receivedOn],
    [badge.state === 'expired' ? 'expired' : 'valid_until', badge.validUntil],
  ]
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{t(`labels.${label}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const next = (order: Props['order']) => (order === 4 ? 5 : order === 2 ? 3 : 2)

function Verified({ badge, personName, order }: Props) {
  const { t } = useTranslation(['shares', 'verification'])
  const kind = badge.state === 'valid' ? 'success' : badge.state === 'invalid' ? 'problem' : 'warning'
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby={`verified-${badge.badgeId}`}>
      <Title order={next(order)} size="h2" id={`verified-${badge.badgeId}`} mb="sm">
        {badge.isNow ? t('verified.now') : t('verified.before', { date: badge.verifiedOn })}
      </Title>
      <Notice kind={kind}>{t(`state.${badge.state}.sentence`, { issuer: badge.issuerName || t('verified.its_issuer'), date: badge.validUntil ?? '' })}</Notice>
      {badge.state !== 'valid' && badge.doubts.length > 0 && (
        <ul className={classes.doubts}>
          {badge.doubts.map((code) => (
            <li key={code}>{t(`verification:codes.${code}.found`)}</li>
          ))}
        </ul>
      )}
      {!badge.isConfirmed && (
        <Notice kind="warning" mt="sm">
          {t(badge.isMadeOutToAnother ? 'holder.another' : 'holder.unknown', { name: personName })}
        </Notice>
      )}
      {badge.file && badge.verify && (
        <>
          <Text mt="sm">{t('verified.yourself')}</Text>
          <Group mt="sm" gap="sm">
            <Button component="a" href={badge.verify} variant="default">
              {t('verified.verify')}
            </Button>
            <Button component="a" href={badge.file} download variant="default">
              {t('verified.download')}
            </Button>
          </Group>
        </>
      )}
    </section>
  )
}

function Story({ badge, order }: Omit<Props, 'personName'>) {
  const { t } = useTranslation('shares')
  const { narrativeHtml, criteriaHtml, criteriaUrl, evidence, skills } = badge.said
  if (!narrativeHtml && !criteriaHtml && !criteriaUrl && evidence.length + skills.length === 0) return null
  const heading = (key: string) => (
    <Title order={next(order)} size="h2" mb={6}>
      {t(`labels.${key}`)}
    </Title>
  )
  return (
    <Stack gap="lg" className={`surface ${classes.panel}`}>
      {narrativeHtml && (
        <section>
          {heading('narrative')}
          <Prose html={narrativeHtml} />
        </section>
      )}
      {(criteriaHtml || criteriaUrl) && (
        <section>
          {heading('criteria')}
          {criteriaHtml && <Prose html={criteriaHtml} />}
          {!criteriaHtml && criteriaUrl && (
            <Anchor href={criteriaUrl} rel="nofollow noopener noreferrer">
              {criteriaUrl}
            </Anchor>
          )}
        </section>
      )}
      {skills.length > 0 && (
        <section>
          {heading('skills')}
          <ul className={classes.skills}>
            {skills.map(({ name, framework, url }) => (
              <li key={name}>
                {url ? (
                  <Anchor href={url} rel="nofollow noopener noreferrer">
                    {name}
                  </Anchor>
                ) : (
                  name
                )}
                {framework && <span className={classes.framework}> · {framework}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {evidence.length > 0 && (
        <section>
          {heading('evidence')}
          <List>
            {evidence.map((piece) => (
              <List.Item key={`${piece.url} ${piece.narrativeHtml}`}>
                {piece.url && (
                  <Anchor href={piece.url} rel="nofollow noopener noreferrer">
                    {piece.name || t('labels.evidence_link')} ({piece.host})
                  </Anchor>
                )}
                {!piece.url && piece.name && <Text fw={600}>{piece.name}</Text>}
                {piece.narrativeHtml && <Prose html={piece.narrativeHtml} />}
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  )
}

/** What others said of it, as its holder shows it. */
function Endorsements({ badge, order }: Omit<Props, 'personName'>) {
  const { t } = useTranslation(['shares', 'endorsements'])
  if (badge.endorsements.length === 0) return null
  return (
    <section className={`surface ${classes.panel}`}>
      <Title order={next(order)} size="h2">
        {t('labels.endorsements')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('shown.endorsements_help')}
      </Text>
      <Stack gap="md">
        {badge.endorsements.map((one) => (
          <blockquote key={one.endorsementId} className={classes.sentence}>
            <p>{one.comment}</p>
            {one.relation && <Text size="sm">{one.relation}</Text>}
            <footer>
              {one.by} · {t(one.isSigned ? 'shown.signed_on' : 'shown.written_on', { date: one.signedOn })}
            </footer>
            {one.file && (
              <Anchor href={one.file} download className={classes.document} aria-label={`${t('endorsements:card.document')}, ${one.by}`}>
                {t('endorsements:card.document')}
              </Anchor>
            )}
          </blockquote>
        ))}
      </Stack>
    </section>
  )
}
