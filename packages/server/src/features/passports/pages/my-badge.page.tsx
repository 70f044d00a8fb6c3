import { Anchor, Button, Container, Group, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { BadgeState } from '#web/components/badge-state.tsx'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { EndorsementsSection } from '#web/components/endorsements-section.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { BadgeCircle } from '../circle/pages/badge-circle.tsx'
import { BadgeSays } from '../collection/pages/badge-says.tsx'
import { MyWords } from '../collection/pages/my-words.tsx'
import { ShareByLink } from '../shares/pages/share-by-link.tsx'
import { BadgeSteps } from './badge-steps.tsx'
import type { action, loader } from './my-badge.server.ts'
import classes from './my-badges.module.css'

export { action, loader } from '#features/passports/pages/my-badge.server.ts'
export const meta = titled

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function MyBadge() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation(['passports', 'faces'])
  const { badge } = page
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader
        title={badge.name}
        lead={t(badge.authorName ? 'mine.from_by' : 'mine.from', { organization: badge.organizationName, author: badge.authorName })}
        back={{ to: '/me/badges', label: t('badge.back') }}
      />
      <DoneNotice slice="passports" />
      <FormProblem result={result} slice="passports" />
      <div className={classes.detail}>
        <div className={`surface ${classes.picture}`}>
          <BadgeImage imageId={badge.imageId} alt={badge.imageAlt} size={240} />
          <BadgeState state={badge.state} label={t(`faces:state.${badge.state}.name`)} />
          <Text>{t('mine.received_on', { date: badge.receivedOn })}</Text>
          <Anchor component={Link} to={`/credentials/${badge.id}`}>
            {t('badge.page')}
          </Anchor>
        </div>
        <Stack gap="lg">
          {badge.state !== 'valid' && (
            <Notice kind={badge.state === 'revoked' ? 'problem' : 'warning'}>
              {t(`faces:state.${badge.state}.sentence`, { date: badge.validUntil ?? '', reason: badge.revocationReason ?? '' })}
            </Notice>
          )}
          {badge.state !== 'revoked' && badge.response !== 'accepted' && <Answer badge={badge} />}
          {badge.response === 'accepted' && <MyWords note={page.note} result={result} />}
          {page.steps && <BadgeSteps steps={page.steps} credentialId={badge.id} />}
          {page.localNote && (
            <Notice kind="info" title={t('badge.note', { organization: badge.organizationName })}>
              <span className={classes.written}>{page.localNote}</span>
            </Notice>
          )}
          <Sharing page={page} />
          <BadgeCircle circle={page.circle} />
          {page.qr && <Show url={page.url} qr={page.qr} />}
          <EndorsementsSection of={page.endorsements} className={classes.panel} />
          <BadgeSays said={page.said} />
          <Downloads page={page} />
          {badge.state !== 'revoked' && badge.response === 'accepted' && <Answer badge={badge} />}
        </Stack>
      </div>
    </Container>
  )
}

function Answer({ badge }: Pick<Data, 'badge'>) {
  const { t } = useTranslation('passports')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="answer">
      <Title order={2} id="answer" mb="sm">
        {t('badge.answer_title')}
      </Title>
      <Text mb="sm">{t(`badge.answer.${badge.response}`)}</Text>
      <Form method="post">
        <Group gap="sm">
          {badge.response !== 'accepted' && (
            <Button type="submit" name="response" value="accepted">
              {t('mine.accept')}
            </Button>
          )}
          {badge.response !== 'declined' && (
            <Button type="submit" name="response" value="declined" variant="default">
              {t('mine.decline')}
            </Button>
          )}
        </Group>
      </Form>
    </section>
  )
}

function Sharing({ page }: { page: Data }) {
  const { t } = useTranslation('passports')
  const { badge } = page
  const obstacle = badge.state === 'revoked' ? 'revoked' : badge.response === 'declined' ? 'declined' : page.needsConsent ? 'consent' : undefined
  if (obstacle)
    return (
      <section className={`surface ${classes.panel}`} aria-labelledby="share">
        <Title order={2} id="share" mb="xs">
          {t('badge.share.consent_title')}
        </Title>
        <Text>{t(`badge.share.${obstacle}`)}</Text>
        {obstacle === 'consent' && (
          <Anchor component={Link} to="/me/family" display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
            {t('badge.share.family')}
          </Anchor>
        )}
      </section>
    )
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="share">
      <Stack gap="sm">
        <Title order={2} id="share">
          {t('badge.share.title')}
        </Title>
        {page.familySaidYesOn && (
          <Text>
            {t('badge.share.family_said_yes', { date: page.familySaidYesOn })} <Link to="/me/family">{t('badge.share.family')}</Link>
          </Text>
        )}
        <Text fw={600}>{t(badge.isShared ? 'badge.share.on' : 'badge.share.off')}</Text>
        <div>
          <Text>{t('badge.share.visitor_sees')}</Text>
          <List>
            <List.Item>{t('badge.share.sees.badge')}</List.Item>
            <List.Item>{page.isProtected ? t('badge.share.sees.no_name') : t('badge.share.sees.name', { name: page.fullName })}</List.Item>
            <List.Item>{t('badge.share.sees.issuer', { organization: badge.organizationName })}</List.Item>
            <List.Item>{t('badge.share.sees.said')}</List.Item>
          </List>
        </div>
        <Text c="dimmed">{t('badge.share.sees_not')}</Text>
        <Form method="post">
          <Button type="submit" name="intent" value={badge.isShared ? 'unshare' : 'share'} variant={badge.isShared ? 'default' : 'filled'}>
            {t(badge.isShared ? 'badge.share.turn_off' : 'badge.share.turn_on')}
          </Button>
        </Form>
        {!page.isProtected && <ShareByLink badgeId={badge.id} />}
      </Stack>
    </section>
  )
}

function Show({ url, qr }: { url: string; qr: { size: number; path: string } }) {
  const { t } = useTranslation('passports')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="show">
      <Title order={2} id="show" mb="sm">
        {t('badge.link.title')}
      </Title>
      <div className={classes.show}>
        <svg className={classes.qr} viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('badge.link.qr')} shapeRendering="crispEdges">
          <path d={qr.path} fill="#000" />
        </svg>
        <div>
          <TextInput label={t('badge.link.address')} description={t('badge.link.help')} value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
          <Button component="a" href={`/verify?url=${encodeURIComponent(url)}`} variant="default" mt="sm">
            {t('badge.verify')}
          </Button>
        </div>
      </div>
    </section>
  )
}

function Downloads({ page }: { page: Data }) {
  const { t } = useTranslation('passports')
  const formats = ['png', 'svg', 'json', 'jwt'] as const
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="downloads">
      <Title order={2} id="downloads">
        {t('badge.downloads.title')}
      </Title>
      <Text mb="md">{t('badge.downloads.lead')}</Text>
      <ul className={classes.files}>
        {formats.map((format) => (
          <li key={format}>
            <Button component="a" href={`/credentials/${page.badge.id}.${format}`} download={`badge-${page.badge.id.slice(0, 8)}.${format}`} variant="default" fullWidth>
              {t(`badge.downloads.${format}`)}
            </Button>
            <Text size="sm" c="dimmed" mt={4}>
              {t(`badge.downloads.${format}_help`)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
