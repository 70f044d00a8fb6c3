import { Container } from '@mantine/core'
import { type MetaArgs, useActionData, useLoaderData } from 'react-router'
import { Report } from './report.tsx'
import type { action, loader } from './verify.server.ts'
import { VerifyForm } from './verify-form.tsx'
import { useVerificationHere } from './verify-here.tsx'

export { action, loader } from '#features/verification/pages/verify.server.ts'

export const meta = ({ loaderData }: MetaArgs<typeof loader>) =>
  loaderData && [
    { title: `${loaderData.title} · BOAT` },
    { name: 'description', content: loaderData.description },
    ...(loaderData.result ? [{ name: 'robots', content: 'noindex' }] : []),
  ]

export default function VerifyPage() {
  const { result } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? result
  const here = useVerificationHere()
  const shown = here.result ?? answered
  return <Container size="md">{shown && 'report' in shown ? <Report report={shown.report} here={here} /> : <VerifyForm result={shown} here={here} />}</Container>
}
