import { Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import type { ProgrammePageData } from './programme.page.tsx'
import classes from './programmes.module.css'

type Props = { page: ProgrammePageData }

/** What becomes of the programme: shared, copied, put away. */
export function KeepOn({ page }: Props) {
  const { t } = useTranslation('practice')
  const { nextYear, programme } = page
  return (
    <section aria-labelledby="keep-on">
      <Title order={2} id="keep-on" mb="sm">
        {t('keep.title')}
      </Title>
      <div className={classes.columns}>
        {!programme.isArchived && <Share page={page} />}
        <Act title={t('keep.copy')} help={t('keep.copy_help', { year: nextYear })} intent="copy" submit={t('keep.copy_submit', { year: nextYear })} />
        {!programme.isArchived && <Act title={t('keep.archive')} help={t('keep.archive_help')} intent="archive" submit={t('keep.archive_submit')} />}
      </div>
    </section>
  )
}

function Act({ title, help, intent, submit }: { title: string; help: string; intent: string; submit: string }) {
  return (
    <Form method="post" className={`surface ${classes.panel}`}>
      <Title order={3}>{title}</Title>
      <Text size="sm">{help}</Text>
      <Button type="submit" name="intent" value={intent} variant="default">
        {submit}
      </Button>
    </Form>
  )
}

function Share({ page: { sharing } }: Props) {
  const { t } = useTranslation('practice')
  const { isShared, unshared, mayShareBadges } = sharing
  const names = unshared.join(', ')
  return (
    <Form method="post" className={`surface ${classes.panel}`}>
      <Title order={3}>{t('keep.share')}</Title>
      <Text size="sm">{t(isShared ? 'keep.is_shared' : 'keep.share_help')}</Text>
      {unshared.length > 0 && (
        <Stack gap={6}>
          <Text size="sm">{t('keep.unshared', { count: unshared.length, names })}</Text>
          {mayShareBadges ? (
            <Checkbox name="withBadges" defaultChecked size="md" label={t('keep.with_badges', { count: unshared.length })} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('keep.ask_designer')}
            </Text>
          )}
        </Stack>
      )}
      {(!isShared || (unshared.length > 0 && mayShareBadges)) && (
        <Button type="submit" name="intent" value="share" variant={isShared ? 'default' : 'filled'}>
          {t(isShared ? 'keep.share_badges' : 'keep.share_submit')}
        </Button>
      )}
      {isShared && (
        <Button type="submit" name="intent" value="unshare" variant="default">
          {t('keep.unshare')}
        </Button>
      )}
    </Form>
  )
}
