// Every slice's words, under its own namespace.
import accounts from '#features/accounts/locales/en.json' with { type: 'json' }
import achievements from '#features/achievements/locales/en.json' with { type: 'json' }
import resources from '#features/achievements/resources/locales/en.json' with { type: 'json' }
import ceremonies from '#features/ceremonies/locales/en.json' with { type: 'json' }
import faces from '#features/credentials/faces/locales/en.json' with { type: 'json' }
import credentials from '#features/credentials/locales/en.json' with { type: 'json' }
import delivery from '#features/delivery/locales/en.json' with { type: 'json' }
import departures from '#features/departures/locales/en.json' with { type: 'json' }
import endorsements from '#features/endorsements/locales/en.json' with { type: 'json' }
import fairness from '#features/fairness/locales/en.json' with { type: 'json' }
import guardians from '#features/guardians/locales/en.json' with { type: 'json' }
import issuers from '#features/issuers/locales/en.json' with { type: 'json' }
import juries from '#features/juries/locales/en.json' with { type: 'json' }
import nominations from '#features/nominations/locales/en.json' with { type: 'json' }
import onboarding from '#features/onboarding/locales/en.json' with { type: 'json' }
import organizations from '#features/organizations/locales/en.json' with { type: 'json' }
import archive from '#features/passports/archive/locales/en.json' with { type: 'json' }
import circle from '#features/passports/circle/locales/en.json' with { type: 'json' }
import collection from '#features/passports/collection/locales/en.json' with { type: 'json' }
import cv from '#features/passports/cv/locales/en.json' with { type: 'json' }
import folios from '#features/passports/folios/locales/en.json' with { type: 'json' }
import imports from '#features/passports/imports/locales/en.json' with { type: 'json' }
import passports from '#features/passports/locales/en.json' with { type: 'json' }
import pocket from '#features/passports/pocket/locales/en.json' with { type: 'json' }
import shares from '#features/passports/shares/locales/en.json' with { type: 'json' }
import booklets from '#features/practice/booklets/locales/en.json' with { type: 'json' }
import grid from '#features/practice/grid/locales/en.json' with { type: 'json' }
import helping from '#features/practice/helping/locales/en.json' with { type: 'json' }
import lesson from '#features/practice/lesson/locales/en.json' with { type: 'json' }
import practice from '#features/practice/locales/en.json' with { type: 'json' }
import mine from '#features/practice/mine/locales/en.json' with { type: 'json' }
import verification from '#features/verification/locales/en.json' with { type: 'json' }
import web from '#web/locales/en.json' with { type: 'json' }

export default {
  accounts,
  organizations,
  issuers,
  achievements,
  resources,
  credentials,
  faces,
  passports,
  imports,
  collection,
  folios,
  shares,
  pocket,
  cv,
  archive,
  circle,
  endorsements,
  ceremonies,
  nominations,
  juries,
  guardians,
  departures,
  fairness,
  onboarding,
  practice,
  lesson,
  grid,
  mine,
  booklets,
  helping,
  verification,
  delivery,
  web,
}
