import { Button, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { EmptyState } from '#web/components/empty-state.tsx'
import { typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { PARTS } from '../onboarding.schema.ts'
import type { action, loader } from './group.server.ts'
import { GuidePage } from './guide-page.tsx'
import classes from './onboarding.module.css'

export { action, loader } from '#features/onboarding/pages/group.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function GroupPage() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('onboarding')
  const { members } = page
  return (
    <GuidePage {...page} title={t('group.title')} lead={t('group.lead')} result={result}>
      <Stack gap="xl" maw="46rem">
        {members.length === 0 ? (
          <EmptyState title={t('group.none')}>{t('group.none_help')}</EmptyState>
        ) : (
          <section aria-labelledby="members">
            <Title order={2} id="members" mb="sm">
              {t('group.members', { count: members.length })}
            </Title>
            <ul className={`surface ${classes.list}`}>
              {members.map((member) => (
                <li key={member.steeringMemberId} className={classes.item}>
                  <div className={classes.words}>
                    <Text fw={600}>{member.name}</Text>
                    <Text size="sm" c="dimmed">
                      {[t(`parts.${member.part}`), member.function, member.isOutside ? t('group.outside') : ''].filter(Boolean).join(' · ')}
                    </Text>
                  </div>
                  <Form method="post">
                    <Button type="submit" name="steeringMemberId" value={member.steeringMemberId} variant="default" aria-label={`${t('group.remove')} : ${member.name}`}>
                      {t('group.remove')}
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          </section>
        )}
        <NameSomebody key={members.length} colleagues={page.colleagues} result={result} />
        <div>
          <Button component={Link} to={`/organizations/${page.organization.slug}/start/badges`} variant="default">
            {t('next.badges')}
          </Button>
        </div>
      </Stack>
    </GuidePage>
  )
}

type Colleagues = Awaited<ReturnType<typeof loader>>['colleagues']

function NameSomebody({ colleagues, result }: { colleagues: Colleagues; result: unknown }) {
  const { t } = useTranslation('onboarding')
  const error = useFieldError(result, 'onboarding')
  const typed = typedValues(result)
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="name">
      <Title order={2} id="name" mb="sm">
        {t('group.add')}
      </Title>
      <Form method="post" noValidate>
        <Stack gap="md">
          <NativeSelect name="part" label={t('group.part')} defaultValue={typed.part ?? 'lead'} error={error('part')}>
            {PARTS.map((part) => (
              <option key={part} value={part}>
                {t(`parts.${part}`)}
              </option>
            ))}
          </NativeSelect>
          <NativeSelect name="personId" label={t('group.colleague')} description={t('group.colleague_help')} defaultValue={typed.personId ?? ''}>
            <option value="">{t('group.nobody')}</option>
            {colleagues.map(({ personId, name, title }) => (
              <option key={personId} value={personId}>
                {[name, title].filter(Boolean).join(', ')}
              </option>
            ))}
          </NativeSelect>
          <Stack component="fieldset" gap="md" p={0} m={0} style={{ border: 0 }}>
            <Text component="legend" fw={600} mb="xs">
              {t('group.or')}
            </Text>
            <TextInput name="name" label={t('group.name')} defaultValue={typed.name} error={error('name')} maxLength={120} autoComplete="off" />
            <TextInput
              name="function"
              label={t('group.function')}
              description={t('group.function_help')}
              defaultValue={typed.function}
              error={error('function')}
              maxLength={120}
              autoComplete="off"
            />
            <TextInput
              name="address"
              type="email"
              label={t('group.address')}
              description={t('group.address_help')}
              defaultValue={typed.address}
              error={error('address')}
              autoComplete="off"
            />
          </Stack>
          <div>
            <Button type="submit">{t('group.save')}</Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}
