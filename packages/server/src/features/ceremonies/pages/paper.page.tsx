import { Button, Container, NativeSelect, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { loader } from './paper.server.ts'
import { SheetChoice } from './sheet-choice.tsx'

export { loader } from '#features/ceremonies/pages/paper.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function PaperPage() {
  const page = useLoaderData<typeof loader>()
  const { organization, can, home, ceremony, isPublished, isPrinted, count } = page
  const { t } = useTranslation('ceremonies')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={t('paper.title')} lead={t(isPublished ? 'paper.lead_published' : 'paper.lead')} back={{ to: home, label: ceremony.title }} />
      {page.problem && (
        <Notice kind="problem" mb="md">
          {t([`ceremonies:errors.${page.problem}`, 'web:errors.internal_error'], { max: page.max })}
        </Notice>
      )}
      {count === 0 ? (
        <EmptyState
          title={t('ceremony.empty')}
          actions={
            <Button component={Link} to={`${home}/add`}>
              {t('ceremony.add')}
            </Button>
          }
        >
          {t('paper.empty')}
        </EmptyState>
      ) : (
        <Form method="post" action={`${home}/paper.pdf`} reloadDocument>
          <Stack gap="lg">
            {isPrinted && <Notice kind="warning">{t('cards.printed_before')}</Notice>}
            <SheetChoice sheets={page.sheets} chosenSheet={page.chosenSheet} isPrinted={isPrinted} />
            <NativeSelect
              name="className"
              label={t('paper.who')}
              maw="20rem"
              data={[{ value: '*', label: t('paper.everybody', { count }) }, ...page.classNames.map((name) => ({ value: name, label: name || t('no_class') }))]}
            />
            <div>
              <Text fw={600} mb="xs">
                {t('cards.paper')}
              </Text>
              <Button type="submit" size="lg">
                {t('cards.submit')}
              </Button>
            </div>
          </Stack>
        </Form>
      )}
    </Container>
  )
}
