// The description of the API, made from the routes themselves: `npm run openapi` writes it to openapi.json.
import type { PlatformApi } from '#web/api.ts'

export const describeApi = (api: PlatformApi) =>
  api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'BOAT',
      version: '1',
      description: 'Badges Ouverts À Tous: issue, carry and verify Open Badges. Errors are application/problem+json (RFC 9457) with a stable `code`.',
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: '/' }],
  })
