import { Button, Container, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, useActionData, useLoaderData } from 'react-router'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import classes from './organizations.module.css'
import type { action, loader } from './person.server.ts'
import { RolesField } from './roles-field.tsx'

export { action, loader } from '#features/organizations/pages/person.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function PersonPage() {
  const { t } = useTranslation('organizations')
  const { organization, can, member, isMe } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const error = useFieldError(result, 'organizations')
  const typed = typedValues(result)
  const name = `${member.givenName} ${member.familyName}`.trim()
  const lead = [member.classes.join(', '), member.email].filter(Boolean).join(' · ')
  return (
    <Container size="lg">
      <OrganizationNav organization={organization} can={can} />
      <Stack maw="40rem" gap="xl">
        <div>
          <PageHeader
            title={name}
            lead={lead}
            back={{ to: `/organizations/${organization.slug}/people${member.isPupil ? '?kind=pupils' : ''}`, label: t(member.isPupil ? 'people.pupils' : 'people.title') }}
          />
          <FormProblem result={result} slice="organizations" />
          {!member.isPupil && (
            <Form method="post">
              <Stack gap="md">
                <TextInput name="title" label={t('fields.title')} description={t('fields.title_help')} defaultValue={typed.title ?? member.title} maxLength={100} />
                <RolesField roles={member.roles} mayMakeOwners={can.manageOwners} />
                <div>
                  <Button type="submit">{t('save')}</Button>
                </div>
              </Stack>
            </Form>
          )}
        </div>
        {member.isSelfManaged ? (
          <Text c="dimmed">{t('person.own_names')}</Text>
        ) : (
          <Form method="post" noValidate>
            <Stack gap="md">
              <Group align="flex-start" grow preventGrowOverflow={false}>
                <TextInput name="givenName" label={t('fields.given_name')} defaultValue={typed.givenName ?? member.givenName} error={error('givenName')} required miw="12rem" />
                <TextInput name="familyName" label={t('fields.family_name')} defaultValue={typed.familyName ?? member.familyName} error={error('familyName')} miw="12rem" />
              </Group>
              <div>
                <Button type="submit" name="intent" value="rename" variant={member.isPupil ? 'filled' : 'default'}>
                  {t('person.rename')}
                </Button>
              </div>
            </Stack>
          </Form>
        )}
        {can.issue && (
          <Form method="post" action={`/organizations/${organization.slug}/cards.pdf`} reloadDocument>
            <input type="hidden" name="person" value={member.personId} />
            <input type="hidden" name="choice" value={`person=${member.personId}`} />
            <Text mb="sm">{t('person.reprint_help')}</Text>
            <Button type="submit" variant="default">
              {t('person.reprint')}
            </Button>
          </Form>
        )}
        {can.issue && member.isPupil && (
          <Form method="post" action={`/organizations/${organization.slug}/access-cards.pdf`} reloadDocument>
            <Text mb="sm">{t('person.access_card_help', { name: member.givenName })}</Text>
            <Button type="submit" name="forgotten" value={member.personId} variant="default">
              {t('person.access_card')}
            </Button>
          </Form>
        )}
        <details className={`surface ${classes.details}`}>
          <summary>{t(isMe ? 'person.leave_title' : 'person.remove_title', { name })}</summary>
          <Text my="md">{t(isMe ? 'person.leave_help' : 'person.remove_help', { name, organization: organization.name })}</Text>
          <Form method="post">
            <Button type="submit" name="intent" value="remove" color="red" variant="outline">
              {t(isMe ? 'person.leave' : 'person.remove')}
            </Button>
          </Form>
        </details>
      </Stack>
    </Container>
  )
}
