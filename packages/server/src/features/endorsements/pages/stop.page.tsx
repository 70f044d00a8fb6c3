import { Button, Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, type MetaArgs, useActionData, useLoaderData } from 'react-router'
import { FormProblem } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { Plain } from './answer-view.tsx'
import type { action, loader } from './stop.server.ts'

export { action, loader } from '#features/endorsements/pages/stop.server.ts'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${(loaderData as Data | undefined)?.title ?? ''} · BOAT` }, { name: 'robots', content: 'noindex' }]

export default function Stop() {
  const { stop } = useLoaderData<typeof loader>() as Data
  const result = useActionData<typeof action>()
  const { t } = useTranslation('endorsements')
  return (
    <Container size="md" py="xl">
      <Plain title={t(stop ? 'stop.title' : 'link.unknown')}>
        <FormProblem result={result} slice="endorsements" />
        {!stop && <Text>{t('link.unknown_help')}</Text>}
        {stop && (
          <>
            {stop.isStopped ? <Notice kind="success">{t('stop.stopped', { address: stop.address })}</Notice> : <Text>{t('stop.question', { address: stop.address })}</Text>}
            <Form method="post">
              <Button type="submit" name="intent" value={stop.isStopped ? 'allow' : 'stop'} variant={stop.isStopped ? 'default' : 'filled'}>
                {t(stop.isStopped ? 'stop.allow' : 'stop.submit')}
              </Button>
            </Form>
            {!stop.isStopped && <Text c="dimmed">{t('stop.help')}</Text>}
          </>
        )}
      </Plain>
    </Container>
  )
}
