// An archivable PDF (PDF/A-3b): every font embedded, none of the reader's machine; colours are sRGB.
import PDFDocument from 'pdfkit'
import { fonts } from './fonts.ts'

export type Doc = InstanceType<typeof PDFDocument>
export type Font = keyof typeof fonts

export const mm = (length: number) => (length * 72) / 25.4
export const INK = '#12262b'
export const MUTED = '#4d5d62'
export const SEA = '#0b5c66'

type Options = {
  title: string
  author?: string
  lang: string
  createdAt: Date
  hasPagesToNumber?: boolean /** Of every page, those that a long text opens by itself as well. */
  page?: { size: string; margins: { top: number; bottom: number; left: number; right: number } }
}

export function openPdf({ title, author, lang, createdAt, hasPagesToNumber = false, page }: Options): { doc: Doc; finish: () => Promise<Uint8Array> } {
  const info = { Title: forXml(title), ...(author && { Author: forXml(author) }), Creator: 'BOAT', Producer: 'BOAT', CreationDate: createdAt }
  const doc = new PDFDocument({
    ...(page ?? { margin: 0 }),
    autoFirstPage: false,
    bufferPages: hasPagesToNumber,
    // The same file under a second name is read again at each use: fonts are opened by their names only.
    font: '',
    lang,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    info,
  })
  const finished = collect(doc)
  for (const [name, path] of Object.entries(fonts)) doc.registerFont(name, path)
  doc.font('regular')
  const finish = () => {
    doc.end()
    return finished
  }
  return { doc, finish }
}

/** pdfkit writes these into XML as they are. */
const forXml = (text: string) => text.replaceAll('&', '+').replace(/[<>]/g, '')

function collect(doc: Doc): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}
