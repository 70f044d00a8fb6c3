import { renderPng } from '#features/achievements/index.ts'
import type { PlatformApi } from '#web/api.ts'
import { drawMySkills } from './skills-picture/draw-my-skills.ts'

const PNG_WIDTH = 2080

export function registerCollectionRoutes(api: PlatformApi): void {
  api.get('/me/skills.svg', async (c) => {
    const svg = await drawMySkills(c.get('ctx'))
    return c.body(svg, 200, {
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })
  api.get('/me/skills.png', async (c) => {
    const svg = await drawMySkills(c.get('ctx'))
    const png = await renderPng({ bytes: Buffer.from(svg), mediaType: 'image/svg+xml' }, PNG_WIDTH)
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  })
}
