import { Anchor, Button, Container, PasswordInput, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { FormProblem, typedValues } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { PassportNav } from '#web/components/passport-nav.tsx'
import { titled } from '#web/components/titled.ts'
import { noteLeaving } from '../browser/forget-here.ts'
import classes from './archive.module.css'
import type { action, loader } from './delete-account.server.ts'

export { action, loader } from '#features/passports/archive/pages/delete-account.server.ts'
export const meta = titled

const GOES = ['identity', 'badges', 'words', 'addresses', 'structures'] as const
const STAYS = ['signed', 'structures', 'others', 'decisions'] as const

export default function DeleteAccount() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('archive')
  const isStopped = page.isTooYoung || page.isLastAdministrator || page.ownedAlone.length > 0
  return (
    <Container size="md">
      <PassportNav />
      <PageHeader title={t('delete.title')} lead={t('delete.lead')} back={{ to: '/me/data', label: t('data.title') }} />
      {isStopped && <Obstacles {...page} />}
      <div className={classes.fates}>
        <Fate id="goes" keys={GOES} />
        <Fate id="stays" keys={STAYS} />
      </div>
      <section aria-labelledby="first" className={`surface ${classes.panel} ${classes.step}`}>
        <Title order={2} id="first" mb="xs">
          {t('delete.first.title')}
        </Title>
        <Text mb="md">{t('delete.first.what')}</Text>
        <Button component="a" href="/me/data/archive.zip" download variant={isStopped ? 'default' : 'filled'}>
          {t('data.take.submit')}
        </Button>
      </section>
      {!isStopped && <LastStep personId={page.personId} hasPassword={page.hasPassword} />}
    </Container>
  )
}

function Fate({ id, keys }: { id: 'goes' | 'stays'; keys: readonly string[] }) {
  const { t } = useTranslation('archive')
  return (
    <section aria-labelledby={id} className={`surface ${classes.panel}`}>
      <Title order={2} id={id}>
        {t(`delete.${id}.title`)}
      </Title>
      <ul className={classes.fate}>
        {keys.map((key) => (
          <li key={key}>{t(`delete.${id}.${key}`)}</li>
        ))}
      </ul>
    </section>
  )
}

type Found = { isTooYoung: boolean; isLastAdministrator: boolean; ownedAlone: { name: string; slug: string }[] }

function Obstacles({ isTooYoung, isLastAdministrator, ownedAlone }: Found) {
  const { t } = useTranslation('archive')
  if (isTooYoung)
    return (
      <Notice kind="info" mb="lg">
        {t('errors.closing_from_fifteen')}
      </Notice>
    )
  return (
    <Notice kind="warning" title={t('delete.not_yet')} mb="lg">
      {isLastAdministrator && <Text>{t('errors.network_admin_stays')}</Text>}
      {ownedAlone.length > 0 && (
        <>
          <Text>{t('delete.owned_alone', { count: ownedAlone.length })}</Text>
          <ul className={classes.results}>
            {ownedAlone.map(({ name, slug }) => (
              <li key={slug}>
                <Anchor component={Link} to={`/organizations/${slug}/people`} className={classes.next}>
                  {name}
                </Anchor>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

function LastStep({ personId, hasPassword }: { personId: string; hasPassword: boolean }) {
  const { t } = useTranslation('archive')
  const result = useActionData<typeof action>()
  return (
    // As a page of its own: nothing of the account stays in the window that closes it.
    <Form method="post" reloadDocument onSubmit={() => noteLeaving(personId)} aria-labelledby="last" className={`surface ${classes.panel} ${classes.step}`}>
      <Title order={2} id="last" mb="xs">
        {t('delete.last.title')}
      </Title>
      <Text mb="md">{t('delete.last.what')}</Text>
      <FormProblem result={result} slice="archive" />
      <TextInput
        name="confirmation"
        label={t('delete.last.confirmation', { words: t('delete.last.words') })}
        defaultValue={typedValues(result).confirmation ?? ''}
        required
        autoComplete="off"
        autoCapitalize="none"
        maw="26rem"
      />
      {hasPassword && (
        <PasswordInput
          name="password"
          label={t('delete.last.password')}
          required
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('accounts:fields_labels.show_password') }}
          maw="26rem"
          mt="md"
        />
      )}
      <div className={classes.leave}>
        <Button type="submit" color="red.9">
          {t('delete.last.submit')}
        </Button>
        <Anchor component={Link} to="/me/data" className={classes.next}>
          {t('delete.last.stay')}
        </Anchor>
      </div>
    </Form>
  )
}
