export { loader } from '#features/onboarding/pages/text-file.server.ts'
