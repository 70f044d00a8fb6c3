// Reads a printed PDF back: its pages in millimetres with what is drawn where, its fonts and pictures, and every QR as a phone would.
import { inflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQr from 'jsqr'
import sharp from 'sharp'

export type Box = { x: number; y: number; width: number; height: number }
export type PrintedPage = { width: number; height: number; text: string; images: Box[]; fills: Box[]; strokes: Box[]; codes: string[] }
export type PrintedPdf = { pages: PrintedPage[]; objects: string[]; xmp: string }

const MM = 25.4 / 72
const DPI = 300
const pdfium = await PDFiumLibrary.init()

/** `withPhone` also reads the QR codes, which takes a while. */
export async function readPdf(bytes: Uint8Array, { withPhone = false } = {}): Promise<PrintedPdf> {
  const raw = Buffer.from(bytes)
  const objects = raw.toString('latin1').split(/\n(?=\d+ 0 obj\n)/)
  const document = await pdfium.loadDocument(bytes)
  const pages: PrintedPage[] = []
  for (const object of objects.filter((object) => /\/Type \/Page\n/.test(object))) {
    const [width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
      .exec(object)!
      .slice(1)
      .map((points) => Number(points) * MM)
    const contents = objects.find((other) => other.startsWith(`${/\/Contents (\d+)/.exec(object)![1]} 0 obj`))!
    const marks = readMarks(inflateSync(streamOf(contents)).toString('latin1'), height)
    const page = document.getPage(pages.length)
    const text = page.getText()
    const codes = withPhone ? await readCodes(await page.render({ scale: DPI / 72, render: 'bitmap' }), marks.fills) : []
    pages.push({ width, height, text, ...marks, codes })
  }
  document.destroy()
  const xmp = objects.find((object) => object.includes('/Subtype /XML'))
  return { pages, objects: objects.map((object) => object.split('\nstream\n')[0]!), xmp: xmp ? streamOf(xmp).toString('utf8') : '' }
}

const streamOf = (object: string) => Buffer.from(/\nstream\n([\s\S]*)\nendstream/.exec(object)![1]!, 'latin1')

type Matrix = [number, number, number, number, number, number]
type Point = [number, number]
const multiply = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]
const move = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

/** The pictures and paths of a page, each as the box around its corners, from the top left of the sheet. */
function readMarks(content: string, pageHeight: number): Pick<PrintedPage, 'images' | 'fills' | 'strokes'> {
  const marks = { images: [] as Box[], fills: [] as Box[], strokes: [] as Box[] }
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let numbers: number[] = []
  let path: Point[] = []
  const box = (points: Point[]): Box => {
    const xs = points.map(([x]) => x * MM)
    const ys = points.map(([, y]) => pageHeight - y * MM)
    return { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
  }
  const paint = (kind: 'fills' | 'strokes') => {
    marks[kind].push(box(path))
    path = []
  }
  const operators: Record<string, () => void> = {
    q: () => saved.push(matrix),
    Q: () => (matrix = saved.pop()!),
    cm: () => (matrix = multiply(numbers as Matrix, matrix)),
    m: () => path.push(move(matrix, numbers as Point)),
    l: () => path.push(move(matrix, numbers as Point)),
    c: () => path.push(move(matrix, numbers.slice(4) as Point)),
    f: () => paint('fills'),
    S: () => paint('strokes'),
    Do: () => marks.images.push(box([move(matrix, [0, 0]), move(matrix, [1, 1])])),
  }
  for (const [token] of content.replace(/BT[\s\S]*?ET/g, '').matchAll(/\/?[\w.*-]+/g)) {
    if (/^-?[\d.]/.test(token)) numbers.push(Number(token))
    else if (!token.startsWith('/')) {
      operators[token]?.()
      numbers = []
    }
  }
  return marks
}

type Pixels = { data: Uint8Array; width: number; height: number }

/** What is filled is a QR; a phone sees it with a little white around. */
async function readCodes({ data, width, height }: Pixels, qrs: readonly Box[]): Promise<string[]> {
  const picture = sharp(data, { raw: { width, height, channels: 4 } })
  const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * DPI)
  const codes: string[] = []
  for (const { x, y, width: side } of qrs) {
    const [left, top, length] = [pixels(x - 1.4), pixels(y - 1.4), pixels(side + 2.8)]
    const area = { left, top, width: Math.min(length, width - left), height: Math.min(length, height - top) }
    const { data, info } = await picture.clone().extract(area).raw().toBuffer({ resolveWithObject: true })
    codes.push(jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? 'unreadable')
  }
  return codes
}
