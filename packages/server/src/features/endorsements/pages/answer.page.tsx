import { Container } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionData, useLoaderData } from 'react-router'
import { PassportNav } from '#web/components/passport-nav.tsx'
import type { action, loader } from './answer.server.ts'
import { AnswerView } from './answer-view.tsx'

export { action, loader } from '#features/endorsements/pages/answer.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function Answer() {
  const { asked } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('endorsements')
  return (
    <Container size="lg">
      <PassportNav />
      <AnswerView asked={asked} result={result} back={{ to: '/me/endorsements', label: t('mine.title') }} />
    </Container>
  )
}
