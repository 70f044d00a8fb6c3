import { Anchor, Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { CopyField } from './copy-field.tsx'
import { InterviewCode } from './interview-code.tsx'
import { QrCode } from './qr-code.tsx'
import type { action, loader } from './share.server.ts'
import { Facts } from './share-facts.tsx'
import classes from './shares.module.css'

export { action, loader } from '#features/passports/shares/pages/share.server.ts'
export const meta = titled

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Share() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('shares')
  const { share } = page
  return (
    <Container size="lg">
      <PassportNav />
      <PageHeader title={page.title} back={{ to: '/me/shares', label: t('mine.title') }} />
      <DoneNotice slice="shares" />
      <FormProblem result={result} slice="shares" />
      {share.isOpen ? <OpenShare page={page} /> : <Closed page={page} />}
    </Container>
  )
}

function OpenShare({ page }: { page: Data }) {
  const { t } = useTranslation('shares')
  const { share, qr } = page
  return (
    <Stack gap="lg">
      {share.endsAt && <InterviewCode key={share.shareId} qr={qr!} endsAt={share.endsAt} again={share.again} />}
      <div className={classes.two}>
        <Stack gap="lg">
          {page.pasting && <Pasting pasting={page.pasting} />}
          <section className={`surface ${classes.panel}`} aria-labelledby="address">
            <Title order={2} id="address" mb="sm">
              {t('address_title')}
            </Title>
            <div className={classes.show}>
              {!share.endsAt && <QrCode qr={qr!} />}
              <div>
                <CopyField label={t('address')} description={t('address_help')} value={share.address!} />
                <Group mt="sm">
                  <Button component="a" href={share.address!} variant="default">
                    {t('preview')}
                  </Button>
                </Group>
              </div>
            </div>
          </section>
          {page.passing && <PassOn passing={page.passing} />}
        </Stack>
        <section className={`surface ${classes.panel}`} aria-labelledby="about">
          <Title order={2} id="about" mb="sm">
            {t('about')}
          </Title>
          <Facts share={share} />
          <Text mt="md" mb="sm">
            {t('close_help')}
          </Text>
          <Form method="post">
            <Button type="submit" name="intent" value="close" color="red" variant="light">
              {t('close_this')}
            </Button>
          </Form>
        </section>
      </div>
    </Stack>
  )
}

function Closed({ page }: { page: Data }) {
  const { t } = useTranslation('shares')
  const { share } = page
  return (
    <Stack gap="lg">
      <Notice kind="info">{t(share.wasClosed ? 'closed_sentence' : 'ended_sentence', { date: share.endsOn ?? '' })}</Notice>
      <section className={`surface ${classes.panel}`} aria-labelledby="about">
        <Title order={2} id="about" mb="sm">
          {t('about_past')}
        </Title>
        <Facts share={share} />
        <Button component={Link} to={share.again} mt="md">
          {t('mine.again')}
        </Button>
      </section>
    </Stack>
  )
}

function Pasting({ pasting }: { pasting: NonNullable<Data['pasting']> }) {
  const { t } = useTranslation('shares')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="paste">
      <Title order={2} id="paste" mb="xs">
        {t(`${pasting.kind}.paste_title`)}
      </Title>
      <Text mb="md">{t(`${pasting.kind}.paste_help`)}</Text>
      {pasting.kind === 'signature' ? (
        <p className={classes.sample}>
          <a href={pasting.href}>
            <img src={pasting.src} alt={pasting.caption} width={pasting.width} height={pasting.height} />
          </a>
        </p>
      ) : (
        <iframe src={pasting.src} title={t('preview')} height={pasting.height} className={classes.frame} loading="lazy" />
      )}
      <CopyField label={t(`${pasting.kind}.html`)} value={pasting.html} rows={4} />
    </section>
  )
}

function PassOn({ passing }: { passing: NonNullable<Data['passing']> }) {
  const { t } = useTranslation('shares')
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="pass">
      <Title order={2} id="pass" mb="xs">
        {t('pass.title')}
      </Title>
      <Text mb="md">{t('pass.help')}</Text>
      {passing.profile && (
        <Group mb="sm">
          <Button component="a" href={passing.profile} rel="noopener noreferrer">
            {t('pass.profile')}
          </Button>
        </Group>
      )}
      <ul className={classes.sites}>
        {passing.sites.map(({ site, href }) => (
          <li key={site}>
            <Button component="a" href={href} rel="noopener noreferrer" variant="default" fullWidth>
              {t(`pass.sites.${site}`)}
            </Button>
          </li>
        ))}
      </ul>
      <Mastodon passing={passing} />
    </section>
  )
}

/** Which of its many sites, only its person knows: they say it, and get a link. */
function Mastodon({ passing }: { passing: NonNullable<Data['passing']> }) {
  const { t } = useTranslation('shares')
  return (
    <Form method="get" preventScrollReset className={classes.mastodon}>
      <TextInput
        name="instance"
        label={t('pass.mastodon')}
        description={t('pass.mastodon_help')}
        placeholder="mastodon.social"
        defaultValue={passing.instance}
        error={passing.instance && !passing.mastodon ? t('pass.mastodon_wrong') : undefined}
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
      />
      <Group>
        <Button type="submit" variant="default">
          {t('pass.mastodon_submit')}
        </Button>
        {passing.mastodon && (
          <Anchor href={passing.mastodon.href} rel="noopener noreferrer" display="inline-flex" mih="2.75rem" style={{ alignItems: 'center' }}>
            {t('pass.mastodon_go', { host: passing.mastodon.host })}
          </Anchor>
        )}
      </Group>
    </Form>
  )
}
