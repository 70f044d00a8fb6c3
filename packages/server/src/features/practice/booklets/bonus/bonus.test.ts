import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { makeSchool } from '../../../../../tests/support/make-school.ts'
import { judgeAttempt } from '../../attempts/judge-attempt.ts'
import { type Classroom, makeClassroom } from '../../practice.fixture.ts'
import { writeSentences } from '../write-sentences.ts'
import { editBonus } from './edit-bonus.ts'
import { prepareText } from './prepare-text.ts'
import { readBonus } from './read-bonus.ts'
import { writeBonusCsv, writeBonusText } from './write-bonus-files.ts'

let platform: TestApp
let room: Classroom
let periodId: string
beforeAll(async () => {
  platform = await makeApp()
  room = await makeClassroom(platform.ctx, { pupils: ['Lina', 'Noé', '=Formule'] })
  const [lina, , formula] = room.pupils
  const pass = (personId: string, place: number) =>
    judgeAttempt(room.issuer.ctx, { programmeId: room.programmeId, achievementId: room.badgeIds[place]!, personId, verdict: 'passed' })
  await pass(lina!.personId, 0)
  await pass(lina!.personId, 1)
  await pass(formula!.personId, 0)
  await writeSentences(lina!.ctx, { programmeId: room.programmeId, badges: { [room.badgeIds[0]!]: 'J’écris l’unité ; à chaque ligne.' } })
  periodId = (await read()).period.periodId
})
afterAll(() => platform[Symbol.asyncDispose]())

const read = (asked: Parameters<typeof readBonus>[2] = {}) => readBonus(room.issuer.ctx, room.programmeId, asked)
const edit = (text: string, more: { personId?: string; periodId?: string; who?: typeof room.issuer } = {}) =>
  editBonus((more.who ?? room.issuer).ctx, { programmeId: room.programmeId, periodId: more.periodId ?? periodId, personId: more.personId ?? room.pupils[0]!.personId, text })

describe('« Bonus »', () => {
  test('is about those who passed something in the period that runs, and says « 2 sur 2 » only once it is so', async () => {
    const { period, lines } = await read()
    expect(period.name).toBe('1er trimestre')
    expect(lines.map(({ givenName, standing, badges }) => [givenName, standing, badges.map(({ name }) => name)])).toEqual([
      ['=Formule', null, ['Conversions']],
      ['Lina', '2 badges sur 2', ['Conversions', 'Chiffres significatifs']],
    ])
    expect((await read({ periodId: (await read()).periods[1]!.periodId })).lines).toEqual([])
  })

  test('prepares a text with the badges, their dates and the pupil’s own words', async () => {
    const { text } = (await read()).lines[1]!
    expect(text.replaceAll('\u00a0', ' ')).toBe(
      'Badges validés : « Conversions » (23 novembre 2026) et « Chiffres significatifs » (23 novembre 2026). Avec ses mots : « J’écris l’unité ; à chaque ligne. »',
    )
  })

  test('keeps what the teacher makes of it, until it is emptied', async () => {
    await edit('Très bon travail de conversion.', { who: room.colleague })
    expect((await read()).lines[1]).toMatchObject({ text: 'Très bon travail de conversion.', isEdited: true })
    await edit('')
    expect((await read()).lines[1]).toMatchObject({ isEdited: false })
  })

  test('is written by those who teach there, about those of the class, in periods of the programme', async () => {
    const elsewhere = await makeSchool(platform.ctx, 'Ailleurs')
    for (const who of [elsewhere.issuer, room.member, room.pupils[0]!]) await expect(edit('Intrus', { who })).rejects.toMatchObject({ status: 404 })
    await expect(edit('Autre', { personId: room.pupil.personId })).rejects.toMatchObject({ code: 'not_taking_part' })
    await expect(edit('Autre', { periodId: platform.ctx.newId() })).rejects.toMatchObject({ code: 'period_unknown' })
    await expect(edit('x'.repeat(301))).rejects.toThrow(/too_long/)
    await expect(readBonus(elsewhere.issuer.ctx, room.programmeId)).rejects.toMatchObject({ status: 404 })
  })

  test('leaves as a table in which nothing is computed, and as text', async () => {
    const bonus = await read()
    const csv = writeBonusCsv(room.issuer.ctx, bonus)
    expect(csv.startsWith('\ufeffClasse;Nom;Prénom;Période;Programme;Badge;Niveau;Date;Texte\r\n')).toBe(true)
    expect(csv).toContain("2de 4;Essai;'=Formule;1er trimestre;;Conversions;;23/11/2026;")
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
    const text = writeBonusText(room.issuer.ctx, bonus)
    expect(text).toContain('Essai Lina (2de 4)')
    expect(text).not.toContain('Noé')
  })
})

describe('a prepared text', () => {
  const words = {
    say: (key: string, values: Record<string, unknown> = {}) =>
      key === 'bonus.prepared' ? `Validé : ${values.badges}.` : key === 'bonus.named' ? String(values.name) : `« ${values.text} »`,
    locale: 'fr' as const,
  }
  const badge = (name: string) => ({ name, level: null, at: new Date('2026-10-12T09:00:00Z') })
  const long = 'Une phrase qui dit ce que j’ai compris. '.repeat(7).trim()

  test('never has more than 300 characters, and ends at a word', () => {
    for (const count of [1, 3, 8, 20]) {
      const text = prepareText({ badges: Array.from({ length: count }, (_, index) => badge(`Un badge au nom assez long, le ${index}`)), sentences: [long] }, words)
      expect(text.length).toBeLessThanOrEqual(300)
      expect(text).toMatch(/( …|\.)( »)?$/)
    }
  })

  test('takes the first sentence that there is room for', () => {
    expect(prepareText({ badges: [badge('Conversions')], sentences: ['Compris.', long] }, words)).toBe('Validé : Conversions (12 octobre 2026). « Compris. »')
    expect(prepareText({ badges: [badge('Conversions')], sentences: [] }, words)).toBe('Validé : Conversions (12 octobre 2026).')
  })
})
