import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const deliveryPages: RouteConfigEntry[] = [
  route('me/notices', '../features/delivery/pages/notices.page.tsx'),
  route('network/mails', '../features/delivery/pages/mails.page.tsx'),
  route('network/mails/:id', '../features/delivery/pages/mail.page.tsx'),
]
