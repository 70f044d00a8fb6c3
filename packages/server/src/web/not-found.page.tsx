export { loader } from '#web/not-found.server.ts'

export default function NotFound() {
  return null
}
