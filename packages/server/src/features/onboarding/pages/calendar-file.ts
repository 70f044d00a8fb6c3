export { loader } from '#features/onboarding/pages/calendar-file.server.ts'
