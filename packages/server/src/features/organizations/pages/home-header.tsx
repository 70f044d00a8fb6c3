import { useTranslation } from 'react-i18next'
import { DoneNotice } from '#web/components/done-notice.tsx'
import { Notice } from '#web/components/notice.tsx'
import { OrganizationNav } from '#web/components/organization-nav.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import type { Organization, Rights } from '../get-organization.ts'

/** Above the first page of a structure, for all who work there. */
export function HomeHeader({ organization, can }: { organization: Organization; can: Rights }) {
  const { t } = useTranslation('organizations')
  const place = organization.commune && `${organization.commune.name} (${organization.commune.departmentCode})`
  return (
    <>
      <OrganizationNav organization={organization} can={can} />
      <PageHeader title={organization.name} lead={[t(`types.${organization.type}`), place].filter(Boolean).join(' · ')} />
      <DoneNotice slice="organizations" />
      {organization.archivedAt && (
        <Notice kind="warning" mb="md">
          {t('home.archived')}
        </Notice>
      )}
    </>
  )
}
