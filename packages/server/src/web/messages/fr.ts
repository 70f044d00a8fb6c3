// Every slice's words, under its own namespace.
import accounts from '#features/accounts/locales/fr.json' with { type: 'json' }
import achievements from '#features/achievements/locales/fr.json' with { type: 'json' }
import resources from '#features/achievements/resources/locales/fr.json' with { type: 'json' }
import ceremonies from '#features/ceremonies/locales/fr.json' with { type: 'json' }
import faces from '#features/credentials/faces/locales/fr.json' with { type: 'json' }
import credentials from '#features/credentials/locales/fr.json' with { type: 'json' }
import delivery from '#features/delivery/locales/fr.json' with { type: 'json' }
import departures from '#features/departures/locales/fr.json' with { type: 'json' }
import endorsements from '#features/endorsements/locales/fr.json' with { type: 'json' }
import fairness from '#features/fairness/locales/fr.json' with { type: 'json' }
import guardians from '#features/guardians/locales/fr.json' with { type: 'json' }
import issuers from '#features/issuers/locales/fr.json' with { type: 'json' }
import juries from '#features/juries/locales/fr.json' with { type: 'json' }
import nominations from '#features/nominations/locales/fr.json' with { type: 'json' }
import onboarding from '#features/onboarding/locales/fr.json' with { type: 'json' }
import organizations from '#features/organizations/locales/fr.json' with { type: 'json' }
import archive from '#features/passports/archive/locales/fr.json' with { type: 'json' }
import circle from '#features/passports/circle/locales/fr.json' with { type: 'json' }
import collection from '#features/passports/collection/locales/fr.json' with { type: 'json' }
import cv from '#features/passports/cv/locales/fr.json' with { type: 'json' }
import folios from '#features/passports/folios/locales/fr.json' with { type: 'json' }
import imports from '#features/passports/imports/locales/fr.json' with { type: 'json' }
import passports from '#features/passports/locales/fr.json' with { type: 'json' }
import pocket from '#features/passports/pocket/locales/fr.json' with { type: 'json' }
import shares from '#features/passports/shares/locales/fr.json' with { type: 'json' }
import booklets from '#features/practice/booklets/locales/fr.json' with { type: 'json' }
import grid from '#features/practice/grid/locales/fr.json' with { type: 'json' }
import helping from '#features/practice/helping/locales/fr.json' with { type: 'json' }
import lesson from '#features/practice/lesson/locales/fr.json' with { type: 'json' }
import practice from '#features/practice/locales/fr.json' with { type: 'json' }
import mine from '#features/practice/mine/locales/fr.json' with { type: 'json' }
import verification from '#features/verification/locales/fr.json' with { type: 'json' }
import web from '#web/locales/fr.json' with { type: 'json' }

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
