import type { Ctx } from '#ctx'
import { type Doc, INK, MUTED, mm, openPdf, SEA } from '#kit/pdf.ts'
import { qrPath } from '#kit/qr-code.ts'
import { translate } from '#web/translations.ts'
import { VOTES } from '../juries.schema.ts'
import type { SignedMinutes } from './get-minutes.ts'
import type { Minutes, MinutesDossier } from './minutes.schema.ts'

const PAGE = { size: 'A4', margins: { top: mm(18), bottom: mm(24), left: mm(20), right: mm(20) } } as const
const WIDTH = mm(170)
const QR = mm(28)

type Say = (key: string, values?: Record<string, unknown>) => string
type Style = { font?: 'regular' | 'semibold' | 'bold'; size?: number; color?: string; gap?: number }

/** The minutes on paper, with the signed document inside the file: the paper is read, the signature is verified. */
export async function drawMinutes(ctx: Ctx, { minutes, jws, finding, jury }: SignedMinutes): Promise<Uint8Array> {
  const t = translate(ctx.locale)
  const say: Say = (key, values) => t(`juries:${key}`, values ?? {})
  const closedAt = new Date(minutes.closedAt)
  const { doc, finish } = openPdf({ title: `${say('minutes.title')}, ${minutes.title}`, lang: ctx.locale, createdAt: closedAt, hasPagesToNumber: true })
  const moment = (iso: string) =>
    new Intl.DateTimeFormat(ctx.locale === 'en' ? 'en-GB' : 'fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(iso))
  doc.addPage(PAGE)
  drawHead(doc, minutes, say, moment)
  drawPresences(doc, minutes, say)
  write(doc, say('minutes.decisions', { count: minutes.dossiers.length }), { font: 'bold', size: 13, color: SEA, gap: 4 })
  for (const dossier of minutes.dossiers) drawDossier(doc, dossier, say)
  drawSignatures(doc, minutes, say)
  drawSeal(doc, {
    address: `${ctx.config.url}/juries/${jury.id}/minutes`,
    lines: [say('minutes.sealed', { structure: minutes.structure, date: moment(minutes.closedAt) }), say('minutes.print', { sha256: finding.sha256 })],
  })
  doc.file(Buffer.from(jws), {
    name: 'proces-verbal.jws',
    type: 'application/jose',
    description: say('minutes.attachment'),
    creationDate: closedAt,
    modifiedDate: closedAt,
    relationship: 'Source',
  } as never)
  numberPages(doc, minutes, say)
  return finish()
}

function write(doc: Doc, text: string, { font = 'regular', size = 10, color = INK, gap = 2 }: Style = {}, indent = 0): void {
  doc
    .font(font)
    .fontSize(size)
    .fillColor(color)
    .text(text, PAGE.margins.left + indent, doc.y, { width: WIDTH - indent, lineGap: 1.5 })
  doc.y += gap
}

/** A paragraph that does not begin where it would be cut at once. */
function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - PAGE.margins.bottom) doc.addPage(PAGE)
}

function drawHead(doc: Doc, minutes: Minutes, say: Say, moment: (iso: string) => string): void {
  write(doc, minutes.structure, { font: 'semibold', size: 11, color: MUTED })
  write(doc, say('minutes.title'), { font: 'bold', size: 22, gap: 0 })
  write(doc, minutes.title, { font: 'semibold', size: 15, gap: 8 })
  write(doc, [moment(minutes.startsAt), minutes.place].filter(Boolean).join(' · '))
  write(doc, say(minutes.isEmbargoed ? 'minutes.embargoed' : 'minutes.announced'), { gap: 12 })
}

function drawPresences(doc: Doc, { members, quorum }: Minutes, say: Say): void {
  const present = members.filter(({ isPresent }) => isPresent)
  write(doc, say('minutes.presences', { count: present.length, of: members.length, quorum }), { font: 'bold', size: 13, color: SEA, gap: 4 })
  for (const member of members) {
    const about = [member.function, member.isPresident ? say('members.president') : '', member.isGuest ? say('members.guest') : ''].filter(Boolean).join(', ')
    write(doc, `${[member.name, about].filter(Boolean).join(', ')} : ${say(member.isPresent ? 'minutes.present' : 'minutes.absent')}`, { gap: 1 })
  }
  doc.y += 10
}

function drawDossier(doc: Doc, dossier: MinutesDossier, say: Say): void {
  keepTogether(doc, 70)
  doc
    .moveTo(PAGE.margins.left, doc.y)
    .lineTo(PAGE.margins.left + WIDTH, doc.y)
    .lineWidth(0.5)
    .strokeColor('#c4cccf')
    .stroke()
  doc.y += 6
  write(doc, [dossier.nominee, dossier.about].filter(Boolean).join(', '), { font: 'bold', size: 11, gap: 0 })
  write(doc, [dossier.badge, dossier.level].filter(Boolean).join(' · '), { gap: 1 })
  const votes = VOTES.map((vote) => `${say(`vote.${vote}`)} : ${dossier.votes[vote]}`)
  write(doc, [say('agenda.voices', { count: dossier.voiceCount }), ...votes].join(' · '), { size: 9, color: MUTED, gap: 1 })
  for (const { kind, member, word } of dossier.recusals) write(doc, [say(`recusal.${kind}_of`, { name: member }), word].filter(Boolean).join(' '), { size: 9, gap: 1 })
  const decision = say(`decision.${dossier.decision ?? 'open'}`)
  write(doc, dossier.decidedBy ? say('minutes.decided_by', { decision, name: dossier.decidedBy }) : decision, { font: 'semibold', gap: 1 })
  if (dossier.reason) write(doc, dossier.reason)
  if (dossier.refusal) write(doc, say('minutes.refused'), { font: 'semibold' })
  doc.y += 6
}

/** Lines to sign by hand: the president first, then whoever was there. */
function drawSignatures(doc: Doc, { members }: Minutes, say: Say): void {
  const signers = members.filter(({ isPresent, isPresident }) => isPresent || isPresident)
  keepTogether(doc, mm(34))
  doc.y += 8
  write(doc, say('minutes.signatures'), { font: 'bold', size: 13, color: SEA, gap: 6 })
  for (let first = 0; first < signers.length; first += 2) {
    keepTogether(doc, mm(22))
    const y = doc.y
    for (const [column, signer] of signers.slice(first, first + 2).entries()) {
      const x = PAGE.margins.left + column * (WIDTH / 2 + mm(3))
      doc
        .font('regular')
        .fontSize(9)
        .fillColor(INK)
        .text([signer.name, signer.isPresident ? say('members.president') : ''].filter(Boolean).join(', '), x, y, { width: WIDTH / 2 - mm(6) })
      doc
        .moveTo(x, y + mm(16))
        .lineTo(x + WIDTH / 2 - mm(6), y + mm(16))
        .lineWidth(0.5)
        .strokeColor(MUTED)
        .stroke()
    }
    doc.y = y + mm(20)
  }
}

/** Where the signature is verified again, by those who may read the minutes. */
function drawSeal(doc: Doc, { address, lines }: { address: string; lines: string[] }): void {
  keepTogether(doc, QR + mm(6))
  doc.y += 6
  const y = doc.y
  const { size, path } = qrPath(address)
  doc
    .save()
    .translate(PAGE.margins.left, y)
    .scale(QR / size)
    .path(path)
    .fill('#000000')
    .restore()
  const x = QR + mm(6)
  for (const line of [...lines, address]) write(doc, line, { size: 8.5, color: MUTED, gap: 3 }, x)
  doc.y = Math.max(doc.y, y + QR)
}

function numberPages(doc: Doc, { title, structure }: Minutes, say: Say): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // Below the margin pdfkit would begin another page.
    doc.page.margins.bottom = 0
    doc
      .font('regular')
      .fontSize(8)
      .fillColor(MUTED)
      .text(`${structure} · ${title} · ${say('minutes.page', { page: page + 1, count })}`, PAGE.margins.left, doc.page.height - mm(14), {
        width: WIDTH,
        align: 'center',
        lineBreak: false,
      })
  }
}
