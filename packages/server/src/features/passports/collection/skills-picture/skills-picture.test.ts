import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { FOREIGN, makeHolder } from '../../passports.fixture.ts'
import { loader } from '../pages/skills.server.ts'
import { writeNote } from '../write-note.ts'
import { arrangeBubbles, NARROW, WIDE } from './arrange-bubbles.ts'
import { drawMySkills } from './draw-my-skills.ts'
import { wrapInCircle } from './wrap-in-circle.ts'

describe('bubbles', () => {
  const many = Array.from({ length: 40 }, (_, i) => 28 - Math.floor(i / 2))
  test.each([
    ['one', [1]],
    ['three', [3, 1, 1]],
    ['forty, with many badges each', many],
  ])('%s: within the page, none over another, and the same each time', (_name, counts) => {
    for (const room of [WIDE, NARROW]) {
      const { circles, height } = arrangeBubbles(counts, room)
      expect(circles).toHaveLength(counts.length)
      for (const [i, one] of circles.entries()) {
        expect(one.x - one.r).toBeGreaterThanOrEqual(0)
        expect(one.x + one.r).toBeLessThanOrEqual(room.width)
        expect(one.y - one.r).toBeGreaterThanOrEqual(0)
        expect(one.y + one.r).toBeLessThanOrEqual(height)
        for (const other of circles.slice(0, i)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r)
      }
      expect(arrangeBubbles(counts, room).circles).toEqual(circles)
      expect(height).toBeLessThan(room.height * 1.4)
    }
  })

  test('more badges, a larger bubble', () => {
    const [large, small] = arrangeBubbles([5, 1], WIDE).circles
    expect(large!.r).toBeGreaterThan(small!.r)
  })

  test('words are broken between words, and cut only where nothing else helps', () => {
    expect(wrapInCircle('Prendre la parole', 60, [19, 13]).lines.join(' ')).toBe('Prendre la parole')
    expect(wrapInCircle('anticonstitutionnellement', 40, [19, 13]).lines.at(-1)).toMatch(/…$/)
    expect(wrapInCircle(Array(60).fill('mot').join(' '), 40, [13]).lines.length).toBeLessThanOrEqual(4)
  })
})

describe('the picture of what badges say', () => {
  let platform: TestApp
  beforeAll(async () => {
    platform = await makeApp()
  })
  afterAll(() => platform[Symbol.asyncDispose]())

  test('is drawn with links, and listed by framework with the same skills', async () => {
    const holder = await makeHolder(platform.ctx, { received: 3 })
    const { data } = await callPage(holder.ctx, loader, { actor: holder.actor })
    expect(data.groups[0]).toMatchObject({ framework: 'Compétences transversales', look: '0' })
    for (const { skills } of data.groups) for (const { name } of skills) expect(data.pictures.wide.body).toContain(name.split(' ')[0])
    expect(data.pictures.narrow.body).toContain('/me/badges?skill=engagement')
    const empty = await makeHolder(platform.ctx, { received: 0, imported: [] })
    expect((await callPage(empty.ctx, loader, { actor: empty.actor })).data).toMatchObject({ pictures: null, groups: [], count: 0 })
  })

  test('what somebody typed is text in it, and it names nobody', async () => {
    const holder = await makeHolder(platform.ctx, { received: 1, imported: [FOREIGN], givenName: 'Zéphyrine' })
    await writeNote(holder.ctx, { badgeId: holder.credentialIds[0]!, tags: ['</text><script>alert(1)</script>'] })
    const svg = await drawMySkills(holder.ctx)
    expect(svg).not.toMatch(/<script|Zéphyrine|Benali/)
    expect(svg).toContain('data:image/png;base64,')
    expect(svg).not.toMatch(/href="(?!data:)/)
  })

  test('is taken along by whoever it is about', async () => {
    expect((await platform.app.request('/me/skills.svg')).status).toBe(401)
    expect((await platform.app.request('/me/skills.png')).status).toBe(401)
  })
})
