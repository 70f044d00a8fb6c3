import { Anchor, Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, type MetaArgs, useActionData, useLoaderData } from 'react-router'
import { Notice } from '#web/components/notice.tsx'
import type { action, loader } from './answer-by-link.server.ts'
import { AnswerView, Plain } from './answer-view.tsx'
import classes from './endorsements.module.css'

export { action, loader } from '#features/endorsements/pages/answer-by-link.server.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${(loaderData as Data | undefined)?.title ?? ''} · BOAT` }, { name: 'robots', content: 'noindex' }]

export default function AnswerByLink() {
  const { asked, token, isSignedIn } = useLoaderData<typeof loader>() as Data
  const result = useActionData<typeof action>()
  const { t } = useTranslation('endorsements')
  if (!asked)
    return (
      <Container size="md" py="xl">
        <Plain title={t('link.unknown')}>
          <Text>{t('link.unknown_help')}</Text>
        </Plain>
      </Container>
    )
  if (asked.hasAccount)
    return (
      <Container size="md" py="xl">
        <Plain title={t('link.in_account')}>
          <Text>{t('link.in_account_help')}</Text>
          <div>
            <Button component={Link} to={`/me/endorsements/${asked.requestId}`}>
              {t('link.go_on')}
            </Button>
          </div>
        </Plain>
      </Container>
    )
  return (
    <Container size="lg">
      <AnswerView asked={asked} result={result} aside={<WithAccount isSignedIn={isSignedIn} token={token} />} />
      <Anchor component={Link} to={`/e/${token}/stop`} size="sm" mt="xl" className={classes.tappable}>
        {t('mail.stop')}
      </Anchor>
    </Container>
  )
}

/** Somebody with an account may sign in the name of their structure. */
function WithAccount({ isSignedIn, token }: { isSignedIn: boolean; token: string }) {
  const { t } = useTranslation('endorsements')
  return (
    <Notice kind="info">
      <Text>{t('link.no_account')}</Text>
      {isSignedIn ? (
        <Form method="post">
          <Button type="submit" name="intent" value="account" variant="subtle" px={0}>
            {t('link.use_account')}
          </Button>
        </Form>
      ) : (
        <Anchor component={Link} to={`/sign-in?next=${encodeURIComponent(`/e/${token}`)}`} className={classes.tappable}>
          {t('link.sign_in')}
        </Anchor>
      )}
    </Notice>
  )
}
