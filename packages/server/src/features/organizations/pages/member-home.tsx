import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import type { MemberView } from '../find-member-view.ts'
import type { Organization, Rights } from '../get-organization.ts'
import { HomeHeader } from './home-header.tsx'
import classes from './organizations.module.css'
import { PersonName } from './person-name.tsx'
import { ProposePanel } from './propose-panel.tsx'

const SHOWN = 8

type Props = { home: { organization: Organization; can: Rights; member: MemberView } }

/** For the cook, the librarian, the supervisor: which badges exist here, and whom to ask for one. */
export function MemberHome({ home: { organization, can, member } }: Props) {
  const { t } = useTranslation('organizations')
  return (
    <>
      <HomeHeader organization={organization} can={can} />
      <Stack gap="xl">
        <section aria-labelledby="badges">
          <Title order={2} id="badges" mb={4}>
            {t('member.badges')}
          </Title>
          <Text c="dimmed" mb="md">
            {t(member.badges.length === 0 ? 'member.no_badge' : 'member.badges_help')}
          </Text>
          <ul className={classes.gallery}>
            {member.badges.slice(0, SHOWN).map(({ achievementId, imageId, name }) => (
              <li key={achievementId} className="surface">
                <Link to={`/achievements/${achievementId}`}>
                  <BadgeImage imageId={imageId} alt="" size={96} />
                  <span>{name}</span>
                </Link>
              </li>
            ))}
          </ul>
          {member.badges.length > SHOWN && (
            <Button component={Link} to={`/organizations/${organization.slug}/achievements`} variant="default" mt="md">
              {t('member.all_badges', { count: member.badges.length })}
            </Button>
          )}
        </section>
        {!organization.archivedAt && <ProposePanel slug={organization.slug} isMain />}
        <Contacts contacts={member.contacts} />
        <section className={`surface ${classes.panel}`} aria-labelledby="mine">
          <Title order={2} id="mine" mb={4}>
            {t('member.mine')}
          </Title>
          <Text mb="md">{t('member.mine_help')}</Text>
          <Button component={Link} to="/me/badges" variant="default">
            {t('member.mine_open')}
          </Button>
        </section>
      </Stack>
    </>
  )
}

function Contacts({ contacts }: { contacts: MemberView['contacts'] }) {
  const { t } = useTranslation('organizations')
  if (contacts.length === 0) return null
  return (
    <section aria-labelledby="contacts">
      <Title order={2} id="contacts" mb={4}>
        {t('member.contacts')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('member.contacts_help')}
      </Text>
      <ul className={`surface ${classes.list}`}>
        {contacts.map(({ personId, title, doesIssue, ...names }) => (
          <li key={personId} className={classes.row}>
            <div>
              <PersonName {...names} />
              <Text size="sm" c="dimmed">
                {[title, t(doesIssue ? 'member.issues' : 'member.designs')].filter(Boolean).join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
