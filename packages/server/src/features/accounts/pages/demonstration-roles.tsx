import { SimpleGrid, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import type { DemonstrationPerson } from '#features/accounts/sign-in/demonstration.ts'
import { IconBackpack, IconBriefcase, IconBuildingCommunity, IconChalkboardTeacher, IconChefHat, IconFlask, IconStar, IconTopologyStar3, IconUsers } from '#web/components/icons.ts'
import classes from './demonstration-roles.module.css'

const ICONS = {
  'network-administrator': IconTopologyStar3,
  headteacher: IconBuildingCommunity,
  teacher: IconChalkboardTeacher,
  pupil: IconBackpack,
  'lycee-pupil': IconFlask,
  'young-pupil': IconStar,
  cook: IconChefHat,
  'hr-officer': IconBriefcase,
  parent: IconUsers,
}

/** One card, one click, one person. */
export function DemonstrationRoles({ roles, next }: { roles: DemonstrationPerson[]; next: string | undefined }) {
  const { t } = useTranslation('accounts')
  return (
    <Stack component="section" aria-labelledby="roles">
      <Title order={2} id="roles">
        {t('roles.title')}
      </Title>
      <Form method="post" reloadDocument>
        <input type="hidden" name="intent" value="role" />
        <input type="hidden" name="next" value={next ?? ''} />
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          {roles.map(({ role, givenName, familyName, organizationName }) => {
            const Icon = ICONS[role]
            return (
              <button key={role} type="submit" name="role" value={role} className={classes.card}>
                <span className={classes.icon}>
                  <Icon size={26} stroke={1.6} aria-hidden />
                </span>
                <span className={classes.words}>
                  <span className={classes.name}>{`${givenName} ${familyName}`.trim()}</span>
                  <span>{t(`roles.${role}`)}</span>
                  {organizationName && <span className={classes.place}>{organizationName}</span>}
                </span>
              </button>
            )
          })}
        </SimpleGrid>
      </Form>
    </Stack>
  )
}
