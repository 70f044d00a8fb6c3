import { Button, Container, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { DISPLAYS, PHOTOS } from '../ceremony.schema.ts'
import classes from './ceremonies.module.css'
import { CitationField } from './citation-field.tsx'
import type { loader } from './recipient.server.ts'

export { action, loader } from '#features/ceremonies/pages/recipient.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function RecipientPage() {
  const { organization, can, home, ceremony, recipient, classNames } = useLoaderData<typeof loader>()
  const { t } = useTranslation('ceremonies')
  const result = useActionData()
  const error = useFieldError(result, 'ceremonies')
  const typed = typedValues(result)
  const isBusy = useNavigation().state === 'submitting'
  const isOpen = ceremony.state !== 'published' && ceremony.state !== 'publishing'
  return (
    <Container size="sm">
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={recipient.name} back={{ to: home, label: ceremony.title }} />
      <FormProblem result={result} slice="ceremonies" />
      <Group mb="lg" wrap="nowrap">
        <BadgeImage imageId={recipient.badge.imageId} alt="" size={64} />
        <div>
          <Text fw={600}>{recipient.badge.name}</Text>
          {recipient.nominationId && (
            <Link to={`/organizations/${organization.slug}/nominations/${recipient.nominationId}`} className={classes.tappable}>
              {t('recipient.dossier')}
            </Link>
          )}
        </div>
      </Group>
      {!isOpen && (
        <Notice kind="info" mb="md">
          {t('recipient.closed')}
        </Notice>
      )}
      <Stack gap="xl">
        {isOpen && (
          <Form method="post" noValidate>
            <Stack gap="lg">
              <CitationField value={typed.citation ?? recipient.citation} help={t('fields_labels.citation_help')} />
              <TextInput
                name="pronunciation"
                label={t('fields_labels.pronunciation')}
                description={t('fields_labels.pronunciation_help')}
                maxLength={80}
                defaultValue={typed.pronunciation ?? recipient.pronunciation}
                error={error('pronunciation')}
              />
              <TextInput
                name="handedBy"
                label={t('fields_labels.handed_by')}
                description={t('fields_labels.handed_by_help')}
                maxLength={80}
                defaultValue={typed.handedBy ?? recipient.handedBy}
                error={error('handedBy')}
              />
              <TextInput
                name="className"
                label={t('fields_labels.class_name')}
                description={t('fields_labels.class_name_help')}
                maxLength={60}
                list="classes"
                defaultValue={typed.className ?? recipient.className}
                error={error('className')}
              />
              <datalist id="classes">
                {classNames.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
              <Radio.Group name="display" label={t('fields_labels.display')} description={t('fields_labels.display_help')} defaultValue={typed.display ?? recipient.display}>
                <Stack gap="sm" mt="xs">
                  {DISPLAYS.map((display) => (
                    <Radio key={display} value={display} size="md" label={t(`display.${display}`)} />
                  ))}
                </Stack>
              </Radio.Group>
              {recipient.wish && <Notice kind="info">{t(`wish.${recipient.wish}`)}</Notice>}
              <Radio.Group name="photo" label={t('fields_labels.photo')} description={t('fields_labels.photo_help')} defaultValue={typed.photo ?? recipient.photo}>
                <Group gap="lg" mt="xs">
                  {PHOTOS.map((photo) => (
                    <Radio key={photo} value={photo} size="md" label={t(`photo.${photo}`)} />
                  ))}
                </Group>
              </Radio.Group>
              <Group>
                <Button type="submit" loading={isBusy}>
                  {t('form.save')}
                </Button>
                <Button component={Link} to={home} variant="default">
                  {t('form.back')}
                </Button>
              </Group>
            </Stack>
          </Form>
        )}
        {(isOpen || recipient.outcome === 'failed') && (
          <details className={classes.details}>
            <summary>{t('recipient.remove')}</summary>
            <Form method="post">
              <Stack gap="sm">
                <Text>{t(recipient.nominationId ? 'recipient.remove_dossier' : 'recipient.remove_help')}</Text>
                <TextInput name="reason" label={t('recipient.remove_reason')} maxLength={300} />
                <div>
                  <Button type="submit" name="intent" value="remove" variant="outline" color="red">
                    {t('recipient.remove_submit')}
                  </Button>
                </div>
              </Stack>
            </Form>
          </details>
        )}
      </Stack>
    </Container>
  )
}
