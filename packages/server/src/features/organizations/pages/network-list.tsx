import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { listOrganizations } from '../list-organizations.ts'
import classes from './organizations.module.css'

type Props = { organizations: Awaited<ReturnType<typeof listOrganizations>>['organizations'] }
type Listed = Props['organizations'][number]

const COUNTS = ['staff', 'pupils', 'achievements', 'credentials'] as const
const countOf = (organization: Listed, name: (typeof COUNTS)[number]) =>
  ({ staff: organization.staffCount, pupils: organization.pupilCount, achievements: organization.achievementCount, credentials: organization.credentialCount })[name]
const placeOf = ({ communeName, departmentCode }: Listed) => communeName && `${communeName} (${departmentCode})`

export function OrganizationTable({ organizations }: Props) {
  const { t } = useTranslation('organizations')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={`surface ${classes.scroll} mantine-visible-from-sm`} tabIndex={0} aria-label={t('network.title')}>
      <Table verticalSpacing="sm" horizontalSpacing="md" miw="46rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('network.name')}</Table.Th>
            <Table.Th scope="col">{t('fields.type')}</Table.Th>
            <Table.Th scope="col">{t('fields.commune')}</Table.Th>
            {COUNTS.map((name) => (
              <Table.Th key={name} scope="col" ta="right">
                {t(`counts.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {organizations.map((organization) => (
            <Table.Tr key={organization.id}>
              <Table.Th scope="row" fw={600}>
                <Link to={`/organizations/${organization.slug}`} className={classes.tappable}>
                  {organization.name}
                </Link>
              </Table.Th>
              <Table.Td>{t(`types.${organization.type}`)}</Table.Td>
              <Table.Td>{placeOf(organization) ?? '–'}</Table.Td>
              {COUNTS.map((name) => (
                <Table.Td key={name} ta="right">
                  {countOf(organization, name)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

/** The same on a phone, where a table of seven columns would be cut. */
export function OrganizationCards({ organizations }: Props) {
  const { t } = useTranslation('organizations')
  return (
    <ul className={`surface ${classes.list} mantine-hidden-from-sm`}>
      {organizations.map((organization) => (
        <li key={organization.id} className={classes.row}>
          <div>
            <Link to={`/organizations/${organization.slug}`} className={classes.tappable}>
              <Text span fw={600}>
                {organization.name}
              </Text>
            </Link>
            <Text size="sm" c="dimmed" mb={4}>
              {[t(`types.${organization.type}`), placeOf(organization)].filter(Boolean).join(' · ')}
            </Text>
            <dl className={classes.facts}>
              {COUNTS.filter((name) => countOf(organization, name) > 0).map((name) => (
                <div key={name}>
                  <dt>{t(`network.count_${name}`, { count: countOf(organization, name) })}</dt>
                  <dd>{countOf(organization, name)}</dd>
                </div>
              ))}
            </dl>
          </div>
        </li>
      ))}
    </ul>
  )
}
