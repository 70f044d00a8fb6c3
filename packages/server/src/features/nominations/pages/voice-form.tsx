import { Anchor, Button, Checkbox, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link, useActionData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { FormProblem, typedValues, useFieldError } from '#web/components/form-problem.tsx'
import { Notice } from '#web/components/notice.tsx'
import { AttachmentsField } from './attachments-field.tsx'
import type { Propose } from './nominate.page.tsx'
import type { action } from './nominate.server.ts'
import classes from './nominations.module.css'

type Props = { page: Propose; nominee: NonNullable<Propose['nominee']>; badge: NonNullable<Propose['badge']>; here: string }

/** The two questions: what was done, and when it was seen. */
export function VoiceForm({ page: { draft, isPupil }, nominee, badge, here }: Props) {
  const { t } = useTranslation('nominations')
  const result = useActionData<typeof action>()
  const error = useFieldError(result, 'nominations')
  const typed: Record<string, string> = { ...draft, ...typedValues(result) }
  const self = nominee.isMe ? 'yes' : 'no'
  const isTaken = badge.standing === 'held' || badge.standing === 'voiced'
  return (
    <div className={classes.write}>
      <aside className={`surface ${classes.panel}`}>
        <BadgeImage imageId={badge.imageId} alt="" size={112} />
        <Text fw={650} mt="sm">
          {badge.name}
        </Text>
        <Text size="sm">{badge.description}</Text>
        {badge.authorName && <Text size="sm">{t('propose.by', { name: badge.authorName })}</Text>}
        <Anchor component={Link} to={`/achievements/${badge.achievementId}`} size="sm" className={classes.tappable}>
          {t('propose.criteria')}
        </Anchor>
      </aside>
      <div>
        <FormProblem result={result} slice="nominations" />
        {isTaken && !result && <Notice kind="warning">{t(`standing.${badge.standing}`, { self })}</Notice>}
        {badge.standing === 'joinable' && (
          <Notice kind="info" mb="md">
            {t('standing.joinable', { self })}
          </Notice>
        )}
        {!isTaken && (
          <Form method="post" encType="multipart/form-data" action={`${here}?${nominee.address}&badge=${badge.achievementId}`}>
            <input type="hidden" name="badge" value={badge.achievementId} />
            {nominee.personId ? (
              <input type="hidden" name="person" value={nominee.personId} />
            ) : (
              <>
                <input type="hidden" name="name" value={nominee.name} />
                <input type="hidden" name="function" value={nominee.about} />
              </>
            )}
            <Stack gap="md">
              <Textarea
                name="deed"
                label={t('propose.deed', { self })}
                description={t('propose.deed_help', { self })}
                rows={5}
                defaultValue={typed.deed}
                error={error('deed')}
                required
                minLength={10}
                maxLength={2000}
              />
              <TextInput
                name="occasion"
                label={t('propose.occasion', { self })}
                description={t('propose.occasion_help')}
                defaultValue={typed.occasion}
                error={error('occasion')}
                required
                minLength={3}
                maxLength={300}
              />
              {badge.levels.length > 0 && (
                <NativeSelect
                  name="levelId"
                  label={t('propose.level')}
                  description={t('propose.level_help')}
                  maw="24rem"
                  defaultValue={typed.levelId ?? ''}
                  data={[
                    { value: '', label: t('propose.any_level') },
                    ...badge.levels.map(({ id, name }) => ({ value: id, label: name, disabled: badge.heldLevels.includes(name) })),
                  ]}
                />
              )}
              <AttachmentsField result={result} />
              {isPupil && !nominee.isMe && (
                <Checkbox name="wishesName" value="yes" label={t('naming.wish')} description={t('naming.wish_help')} defaultChecked={typed.wishesName === 'yes'} />
              )}
              <Text c="dimmed" size="sm">
                {t('propose.fair', { self })}
              </Text>
              <div>
                <Button type="submit" size="lg">
                  {t('propose.send', { self })}
                </Button>
              </div>
            </Stack>
          </Form>
        )}
      </div>
    </div>
  )
}
