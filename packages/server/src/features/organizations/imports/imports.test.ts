import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool } from '../../../../tests/support/make-school.ts'
import { createCohort, listCohortMembers, listCohorts } from '../index.ts'
import * as importPage from '../pages/import.server.ts'
import * as previewPage from '../pages/import-preview.server.ts'
import * as refusedPage from '../pages/import-refused.server.ts'
import { removeMember } from '../people/change-member.ts'
import { listMembers } from '../people/list-members.ts'
import { confirmRoster } from './confirm-roster.ts'
import { forgetRosterImport } from './forget-roster-import.ts'
import { getRosterImport } from './get-roster-import.ts'
import { previewRoster } from './preview-roster.ts'

type School = Awaited<ReturnType<typeof makeSchool>>
let app: TestApp
let other: School

beforeAll(async () => {
  app = await makeApp()
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
})
afterAll(() => app[Symbol.asyncDispose]())

let number = 0
const freshSchool = () => makeSchool(app.ctx, `Collège ${++number}`)
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (school: School, text: string, options: { isPupil?: boolean; cohortId?: string } = {}) =>
  previewRoster(school.admin.ctx, { organizationId: school.organizationId, fileName: 'liste.csv', bytes: bytes(text), isPupil: true, ...options })
async function importText(school: School, text: string, options: { isPupil?: boolean; cohortId?: string } = {}) {
  const { importId } = await read(school, text, options)
  return confirmRoster(school.admin.ctx, importId)
}
const pupils = async (school: School) =>
  (await listMembers(school.admin.ctx, { organizationId: school.organizationId, kind: 'pupils' })).members.filter(({ givenName }) => givenName !== 'Lina')

describe.each(['messy.windows-1252.csv', 'messy.utf-8-bom.csv'])('a messy list of thirty pupils (%s), through the pages', (fixture) => {
  let school: School
  let previewPath: Record<string, string>

  beforeAll(async () => {
    school = await freshSchool()
    const form = new FormData()
    form.set('file', new File([await readFile(new URL(`../roster/fixtures/${fixture}`, import.meta.url))], fixture))
    form.set('who', 'pupils')
    const answer = await callPage(app.ctx, importPage.action, { actor: school.admin.actor, params: { slug: school.slug }, form })
    expect(answer.location).toMatch(new RegExp(`^/organizations/${school.slug}/import/[0-9a-f-]{36}$`))
    previewPath = { slug: school.slug, importId: answer.location!.split('/').at(-1)! }
  })
  const look = async () => (await callPage(app.ctx, previewPage.loader, { actor: school.admin.actor, params: previewPath })).data

  it('is shown first, and nothing is written', async () => {
    const { counts, file, classes } = await look()
    expect(counts).toEqual({ new: 26, known: 0, duplicate: 2, refused: 2 })
    expect(file).toMatchObject({ encoding: fixture.includes('1252') ? 'windows-1252' : 'utf-8', separator: ';' })
    expect(file.columns.map(({ header, field }: { header: string; field: string }) => [header, field])).toEqual([
      ['NOM DE NAISSANCE', 'familyName'],
      ['PRÉNOM USUEL', 'givenName'],
      ['CLASSE', 'className'],
      ['MÉL', 'email'],
      ['Né(e) le', 'birthDate'],
      ['Observations', null],
    ])
    expect(classes.map(({ name }: { name: string }) => name)).toEqual(['4A', '4B'])
    expect(await pupils(school)).toEqual([])
    expect(await listCohorts(school.admin.ctx, school.organizationId)).toEqual([])
  })

  it('the right rows stay out, each with its row, its column and the reason', async () => {
    const { leftOut } = await look()
    const told = leftOut.map(({ line, state, duplicateOf, problems }: any) => [
      line,
      state,
      duplicateOf ?? null,
      problems.filter(({ code, severity }: any) => severity === 'error' || code.startsWith('duplicate_')).map(({ column, code }: any) => [column, code]),
    ])
    expect(told).toEqual([
      [16, 'refused', null, [['NOM DE NAISSANCE', 'family_name_missing']]],
      [20, 'refused', null, [['MÉL', 'email_invalid']]],
      [22, 'duplicate', 8, [['MÉL', 'duplicate_email']]],
      [31, 'duplicate', 29, [['NOM DE NAISSANCE', 'duplicate_name']]],
    ])
  })

  it('rows to correct come as a file that can be corrected and imported again', async () => {
    const { text } = await callPage(app.ctx, refusedPage.loader, { actor: school.admin.actor, params: previewPath })
    expect(text!.split('\r\n').slice(0, 3)).toEqual([
      'Nom;Prénom;Classe;Courriel;INE;Date de naissance;Fonction;Ligne;À corriger;Ligne d’origine',
      ';Enzo;4A;enzo@ent.example;;2012-12-12;;16;Le nom manque. Écrivez-le.;',
      'Guérin;Manon;4B;manon.guerin@ent;;2012-02-14;;20;Cette adresse de courriel n’est pas complète. Corrigez-la, ou laissez la case vide.;',
    ])
  })

  it('once confirmed, the twenty-six are in their classes, their addresses unverified', async () => {
    const answer = await callPage(app.ctx, previewPage.action, { actor: school.admin.actor, params: previewPath, form: {} })
    expect(answer.location).toBe(`/organizations/${school.slug}/import/${previewPath.importId}`)
    const result = await look()
    expect(result.outcome).toMatchObject({ created: 26, addedToClass: 0, unchanged: 0, duplicates: 2, refused: 2 })
    expect(result.leftOut).toHaveLength(4)
    expect((await listCohorts(school.admin.ctx, school.organizationId)).map(({ name, memberCount, schoolYear }) => [name, memberCount, schoolYear])).toEqual([
      ['4A', 13, '2026-2027'],
      ['4B', 13, '2026-2027'],
    ])
    const addresses = await app.ctx.db.selectFrom('person_email').selectAll().where('address', '=', 'hugo.boeuf@ent.example').execute()
    expect(addresses.every(({ verified_at }) => verified_at === null)).toBe(true)
  })

  it('confirmed twice, or imported again, it doubles nobody', async () => {
    const again = await callPage(app.ctx, previewPage.action, { actor: school.admin.actor, params: previewPath, form: {} })
    expect(again.data.problem.code).toBe('import_already_confirmed')
    const outcome = await importText(school, new TextDecoder().decode(await readFile(new URL('../roster/fixtures/messy.utf-8-bom.csv', import.meta.url))))
    expect(outcome).toMatchObject({ created: 0, addedToClass: 0, unchanged: 26 })
    expect(await pupils(school)).toHaveLength(26)
  })

  it('the corrected file brings in the missing two', async () => {
    const corrected = 'Nom;Prénom;Classe;Courriel;Ligne;À corriger\nZola;Enzo;4A;enzo@ent.example;16;x\nGuérin;Manon;4B;;20;x\n'
    expect(await importText(school, corrected)).toMatchObject({ created: 2 })
  })
})

describe('who is who', () => {
  it('the national number decides before all else, and is kept only as a keyed hash', async () => {
    const school = await freshSchool()
    await importText(school, 'Nom;Prénom;Classe;INE\nMartin;Léa;CE1;123456789AB\n')
    expect(await importText(school, 'Nom;Prénom;Classe;INE\nMartin-Petit;Léa Rose;CE2;123456789AB\n')).toMatchObject({ created: 0, addedToClass: 1 })
    expect(await importText(school, 'Nom;Prénom;Classe;INE\nMartin;Léa;CE1;987654321ZZ\n')).toMatchObject({ created: 1 })
    const stored = JSON.stringify([await app.ctx.db.selectFrom('pupil_number').selectAll().execute(), await app.ctx.db.selectFrom('roster_import').selectAll().execute()])
    expect(stored).not.toMatch(/123456789AB|Martin|Léa/)
  })

  it('then the address, unless the given name says that it is a brother or sister', async () => {
    const school = await freshSchool()
    await importText(school, 'Nom;Prénom;Classe;Courriel\nRoux;Tom;5A;parents@roux.example\n')
    expect(await importText(school, 'Nom;Prénom;Classe;Courriel\nRoux-Blanc;Tom;5B;parents@roux.example\n')).toMatchObject({ created: 0, addedToClass: 1 })
    expect(await importText(school, 'Nom;Prénom;Classe;Courriel\nRoux;Ana;5B;parents@roux.example\n')).toMatchObject({ created: 1 })
  })

  it('then the name with the birth date, or with the class', async () => {
    const school = await freshSchool()
    await importText(school, 'Nom;Prénom;Classe;Né(e) le\nPetit;Noé;6A;01/02/2014\nPetit;Noé;6B;03/04/2014\nDurand;Éva;6A;\n')
    expect(await pupils(school)).toHaveLength(3)
    expect(await importText(school, 'Nom;Prénom;Classe;Né(e) le\nPETIT;noe;6C;01/02/2014\nDURAND;Eva;6A;\n')).toMatchObject({ created: 0, addedToClass: 1, unchanged: 1 })
    // The same name in another class and no birth date: somebody else.
    expect(await importText(school, 'Nom;Prénom;Classe\nDurand;Éva;6D\n')).toMatchObject({ created: 1 })
  })

  it('a pupil who left comes back by their number', async () => {
    const school = await freshSchool()
    await importText(school, 'Nom;Prénom;Classe;INE\nGiraud;Inès;4C;555555555AA\n')
    const [ines] = await pupils(school)
    await removeMember(school.admin.ctx, { organizationId: school.organizationId, personId: ines!.personId })
    expect(await importText(school, 'Nom;Prénom;Classe;INE\nGiraud;Inès;3C;555555555AA\n')).toMatchObject({ created: 0, addedToClass: 1 })
    expect((await pupils(school)).map(({ personId, classes }) => [personId, classes])).toEqual([[ines!.personId, ['3C']]])
  })

  it('the school next door knows nothing of it', async () => {
    const school = await freshSchool()
    const list = 'Nom;Prénom;INE\nMoulin;Jade;777777777CC\n'
    await importText(other, list)
    expect(await importText(school, list)).toMatchObject({ created: 1 })
  })

  it('two lists that hold the same pupil, confirmed at once, make one pupil', async () => {
    const school = await freshSchool()
    const ids = await Promise.all([1, 2].map(() => read(school, 'Nom;Prénom;Classe\nMoreau;Jules;CM2\n')))
    await Promise.all(ids.map(({ importId }) => confirmRoster(school.admin.ctx, importId)))
    expect(await pupils(school)).toHaveLength(1)
  })
})

describe('other lists', () => {
  it('staff come with their function, and without a class', async () => {
    const school = await freshSchool()
    await importText(school, 'Nom;Prénom;Fonction;Courriel;Classe\nBlanc;Yves;CPE;yves@bedel.example;4A\n', { isPupil: false })
    const { members } = await listMembers(school.admin.ctx, { organizationId: school.organizationId, search: 'Yves' })
    expect(members).toEqual([expect.objectContaining({ title: 'CPE', roles: ['member'], isPupil: false, classes: [] })])
  })

  it('a pasted list goes whole into the class it was started from', async () => {
    const school = await freshSchool()
    const { cohortId } = await createCohort(school.admin.ctx, { organizationId: school.organizationId, name: 'Club radio', kind: 'group', schoolYear: '2026-2027' })
    const form = { pasted: 'Noir\tMax\t5A\nGris\tUgo\t5B', who: 'pupils', cohortId }
    const answer = await callPage(app.ctx, importPage.action, { actor: school.admin.actor, params: { slug: school.slug }, form })
    await confirmRoster(school.admin.ctx, answer.location!.split('/').at(-1)!)
    expect((await listCohortMembers(school.admin.ctx, cohortId)).map(({ familyName }) => familyName)).toEqual(['Gris', 'Noir'])
    expect(await listCohorts(school.admin.ctx, school.organizationId)).toHaveLength(1)
  })

  it('a formula in a refused cell does not run in the spreadsheet that opens the file', async () => {
    const school = await freshSchool()
    const { importId } = await read(school, 'Nom;Prénom;Courriel\n"=cmd|calc";Léo;pas-une-adresse\n')
    const { text } = await callPage(app.ctx, refusedPage.loader, { actor: school.admin.actor, params: { slug: school.slug, importId } })
    expect(text).toContain("'=")
    expect(text).not.toMatch(/(^|;)"?=/m)
  })

  it('says no to no file, to an empty one, to a spreadsheet, and to a list where no row is good', async () => {
    const school = await freshSchool()
    const send = (form: FormData | Record<string, string>) => callPage(app.ctx, importPage.action, { actor: school.admin.actor, params: { slug: school.slug }, form })
    expect((await send({ pasted: '  ' })).data.problem.code).toBe('file_missing')
    const form = new FormData()
    form.set('file', new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'liste.xlsx'))
    expect((await send(form)).data.problem.code).toBe('roster_is_a_spreadsheet')
    expect((await send({ pasted: '12;13\n14;15' })).data.problem.code).toBe('roster_no_name_column')
    const { importId } = await read(school, 'Nom;Prénom\nSeul;\n')
    await expect(confirmRoster(school.admin.ctx, importId)).rejects.toMatchObject({ code: 'import_nothing_to_do' })
  })

  it('a list is forgotten after a week: unconfirmed wholly, confirmed down to its counts', async () => {
    const school = await freshSchool()
    const { importId: waiting } = await read(school, 'Nom;Prénom\nUn;Deux\n')
    const { importId: done } = await read(school, 'Nom;Prénom\nTrois;Quatre\nSeul;\n')
    await confirmRoster(school.admin.ctx, done)
    for (const importId of [waiting, done]) await forgetRosterImport(app.ctx, { importId })
    await expect(getRosterImport(school.admin.ctx, waiting)).rejects.toMatchObject({ code: 'not_found' })
    expect(await getRosterImport(school.admin.ctx, done)).toMatchObject({ outcome: { created: 1, refused: 1 }, rows: [] })
    await app.ctx.db.updateTable('roster_import').set({ confirmed_at: null }).where('id', '=', done).execute()
    await expect(confirmRoster(school.admin.ctx, done)).rejects.toMatchObject({ code: 'import_forgotten', status: 410 })
  })

  it('five thousand rows are read, shown and written in a sensible time', async () => {
    const school = await freshSchool()
    const rows = Array.from({ length: 5000 }, (_, index) => `Famille${index};Camille;${6 - (index % 4)}e ${index % 9};eleve${index}@ent.example`)
    const start = performance.now()
    const { importId } = await read(school, `Nom;Prénom;Classe;Courriel\n${rows.join('\n')}\n`)
    const { data } = await callPage(app.ctx, previewPage.loader, { actor: school.admin.actor, params: { slug: school.slug, importId }, search: '?page=2' })
    expect(data).toMatchObject({ counts: { new: 5000 }, page: 2, pageCount: 50 })
    expect(await confirmRoster(school.admin.ctx, importId)).toMatchObject({ created: 5000 })
    expect(performance.now() - start).toBeLessThan(60_000)
  }, 90_000)
})

it('importing is for those who manage people, in their own structure', async () => {
  const school = await freshSchool()
  const { importId } = await read(school, 'Nom;Prénom\nUn;Deux\n')
  const params = { slug: school.slug, importId }
  for (const { actor } of [school.issuer, school.designer, school.member, school.pupil, other.owner]) {
    expect((await callPage(app.ctx, importPage.loader, { actor, params })).status).toBe(403)
    expect((await callPage(app.ctx, importPage.action, { actor, params, form: { pasted: 'Nom;Prénom\nA;B' } })).status).toBe(403)
    expect((await callPage(app.ctx, previewPage.loader, { actor, params })).status).toBe(403)
    expect((await callPage(app.ctx, previewPage.action, { actor, params, form: {} })).status).toBe(403)
    expect((await callPage(app.ctx, refusedPage.loader, { actor, params })).status).toBe(403)
    await expect(confirmRoster({ ...app.ctx, actor }, importId)).rejects.toMatchObject({ code: 'not_allowed' })
  }
  // Another's list is not reached through one's own school's address.
  expect((await callPage(app.ctx, previewPage.loader, { actor: other.owner.actor, params: { slug: other.slug, importId } })).status).toBe(403)
  expect((await callPage(app.ctx, previewPage.loader, { params })).location).toContain('/sign-in')
  const { cohortId } = await createCohort(other.admin.ctx, { organizationId: other.organizationId, name: '2de 1', kind: 'class', schoolYear: '' })
  await expect(read(school, 'Nom;Prénom\nA;B', { cohortId })).rejects.toMatchObject({ code: 'not_allowed' })
})
