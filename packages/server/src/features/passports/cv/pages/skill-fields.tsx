import { Checkbox, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './cv-form.module.css'
import type { EditedCv, Fields } from './cv-form.tsx'
import { Section } from './form-section.tsx'

/** Those that the badges of this CV name, each to be ticked, and those that its person says of themselves. */
export function SkillFields({ draft, error, badges }: Fields & { badges: EditedCv['badges'] }) {
  const { t } = useTranslation('cv')
  const there = new Set(draft.badges.map(({ values }) => values['id']))
  const offered = [...new Set(badges.filter(({ badgeId, isShowable }) => isShowable && there.has(badgeId)).flatMap(({ skills }) => skills))]
  return (
    <Section title={t('edit.skills.title')} help={t('edit.skills.help')}>
      {offered.length > 0 ? (
        <ul className={classes.skills}>
          {offered.map((name) => (
            <li key={name}>
              <Checkbox name="skills" value={name} label={name} defaultChecked={draft.skills.includes(name)} className={classes.tick} />
            </li>
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t('edit.skills.none')}</Text>
      )}
      <Textarea
        name="ownSkills"
        defaultValue={draft.values['ownSkills']}
        error={error('content.ownSkills')}
        label={t('edit.skills.own')}
        description={t('edit.skills.own_help')}
        rows={3}
        maxLength={4000}
      />
    </Section>
  )
}
