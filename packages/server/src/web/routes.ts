import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'
import { accountsPages } from '../features/accounts/pages/routes.ts'
import { achievementsPages } from '../features/achievements/pages/routes.ts'
import { ceremoniesPages, ceremoniesScreens } from '../features/ceremonies/pages/routes.ts'
import { credentialsPages } from '../features/credentials/pages/routes.ts'
import { deliveryPages } from '../features/delivery/pages/routes.ts'
import { departuresPages } from '../features/departures/pages/routes.ts'
import { endorsementsPages } from '../features/endorsements/pages/routes.ts'
import { fairnessPages } from '../features/fairness/pages/routes.ts'
import { guardiansPages } from '../features/guardians/pages/routes.ts'
import { issuersPages } from '../features/issuers/pages/routes.ts'
import { juriesPages } from '../features/juries/pages/routes.ts'
import { nominationsPages } from '../features/nominations/pages/routes.ts'
import { onboardingPages } from '../features/onboarding/pages/routes.ts'
import { organizationsPages } from '../features/organizations/pages/routes.ts'
import { passportsPages } from '../features/passports/pages/routes.ts'
import { practicePages } from '../features/practice/pages/routes.ts'
import { verificationPages } from '../features/verification/pages/routes.ts'

export default [
  ...ceremoniesScreens,
  layout('./shell.tsx', [
    layout('./page-boundary.tsx', [
      index('./home.page.tsx'),
      ...accountsPages,
      ...organizationsPages,
      ...issuersPages,
      ...achievementsPages,
      ...credentialsPages,
      ...passportsPages,
      ...endorsementsPages,
      ...ceremoniesPages,
      ...nominationsPages,
      ...juriesPages,
      ...guardiansPages,
      ...departuresPages,
      ...fairnessPages,
      ...onboardingPages,
      ...practicePages,
      ...verificationPages,
      ...deliveryPages,
      route('*', './not-found.page.tsx'),
    ]),
  ]),
] satisfies RouteConfig
