import { Container } from '@mantine/core'
import { useLoaderData } from 'react-router'
import { MemberHome } from './member-home.tsx'
import type { loader } from './organization-home.server.ts'
import { PupilHome } from './pupil-home.tsx'
import { SeatNotice } from './seat-notice.tsx'
import { StaffHome } from './staff-home.tsx'

export { loader } from '#features/organizations/pages/organization-home.server.ts'
export { titled as meta } from '#web/components/titled.ts'

export default function OrganizationHomePage() {
  const home = useLoaderData<typeof loader>()
  return (
    <Container size="lg">
      {home.seats > 0 && <SeatNotice count={home.seats} />}
      {home.who === 'staff' && <StaffHome home={home} />}
      {home.who === 'member' && <MemberHome home={home} />}
      {home.who === 'pupil' && <PupilHome home={home} />}
    </Container>
  )
}
