import { Anchor, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Prose } from '#web/components/prose.tsx'
import classes from './badge-says.module.css'
import type { PresentedSaid } from './present-said.ts'

/** What a badge says, wherever it came from: what it recognises, of whom, for what, with what skills. */
export function BadgeSays({ said, children }: { said: PresentedSaid; children?: ReactNode }) {
  const { t } = useTranslation('collection')
  const { description, criteriaHtml, criteriaUrl, narrativeHtml, evidence, skills } = said
  if (!description && !criteriaHtml && !criteriaUrl && !narrativeHtml && evidence.length + skills.length === 0 && !children) return null
  return (
    <section className={`surface ${classes.says}`} aria-labelledby="says">
      <Stack gap="lg">
        <div>
          <Title order={2} id="says" mb="xs">
            {t('says.title')}
          </Title>
          {children}
          {description && <Text className={classes.written}>{description}</Text>}
        </div>
        {narrativeHtml && (
          <div>
            <Title order={3}>{t('says.narrative')}</Title>
            <Prose html={narrativeHtml} />
          </div>
        )}
        {(criteriaHtml || criteriaUrl) && (
          <div>
            <Title order={3}>{t('says.criteria')}</Title>
            {criteriaHtml && <Prose html={criteriaHtml} />}
            {criteriaUrl && (
              <Anchor href={criteriaUrl} rel="nofollow noopener">
                {t('says.criteria_page')} <span className={classes.where}>({new URL(criteriaUrl).host})</span>
              </Anchor>
            )}
          </div>
        )}
        {skills.length > 0 && (
          <div>
            <Title order={3}>{t('says.skills')}</Title>
            <ul className={classes.skills}>
              {skills.map((skill) => (
                <li key={skill.name}>
                  <Link to={`/me/badges?${new URLSearchParams({ skill: skill.name })}`}>{skill.name}</Link>
                  {skill.framework && <span className={classes.where}>{skill.framework}</span>}
                  {skill.url && (
                    <Anchor href={skill.url} rel="nofollow noopener" size="sm" aria-label={t('says.definition_of', { name: skill.name })}>
                      {t('says.definition')}
                    </Anchor>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {evidence.length > 0 && (
          <div>
            <Title order={3}>{t('says.evidence')}</Title>
            <ul className={classes.evidence}>
              {evidence.map((piece) => (
                <li key={`${piece.url} ${piece.name} ${piece.narrativeHtml}`}>
                  {piece.url ? (
                    <Anchor href={piece.url} rel="nofollow noopener">
                      {piece.name || t('says.see_evidence')} <span className={classes.where}>({piece.host})</span>
                    </Anchor>
                  ) : (
                    piece.name && <Text fw={600}>{piece.name}</Text>
                  )}
                  {piece.narrativeHtml && <Prose html={piece.narrativeHtml} />}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </section>
  )
}
