import { buffer } from 'node:stream/consumers'
import { config } from '../config.ts'
import { canWrite, inOneFont, registerFonts, USUAL } from './document-fonts.ts'
import { archivalMetadata } from './document-metadata.ts'

/** What it says of itself. Nobody but a house is its author. */
export type Named = { title: string; author?: string; at: Date; layout?: 'landscape' | 'portrait'; archive?: Archive }

/** Is to be readable in ten years, by machines too: PDF/A-3b, where the metadata say what is attached. */
type Archive = { facturX: boolean }

export type Role = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect'
type Line = { as?: Role; size?: number; link?: string; space?: number }
type Place = { x: number; y: number; width: number; size?: number; colour?: string; align?: 'left' | 'right' }

export type Part = PDFKit.PDFStructureElement

/** A PDF that carries its fonts and says what is a heading and what is text, for those who have it read to them. */
export async function newDocument({ title, author, at, layout = 'landscape', archive }: Named) {
  const { default: PDFDocument } = await import('pdfkit') // takes half a second, which nobody waits for who wants none
  const site = config.siteName.replace(/[<>&]/g, ' ') // pdfkit writes it into XML as it is
  const info = { Title: title, ...(author && { Author: author }), Creator: site, CreationDate: at, ModDate: at }
  const tagged = { pdfVersion: '1.7', tagged: true, lang: 'en-GB', displayTitle: true } as const
  const standard: object = { subset: archive ? 'PDF/A-3b' : 'PDF/UA' } // of which its types know only some
  const size = { size: 'A4', layout, margin: layout === 'landscape' ? 72 : 56, bufferPages: true } as const
  const font = null as never // else it reads Helvetica for nothing
  const pdf = new PDFDocument({ ...size, ...tagged, ...standard, font, info })
  registerFonts(pdf, () => new PDFDocument())
  if (archive) pdf.appendXML(archivalMetadata(archive))
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return new TaggedDocument(pdf, root)
}

export class TaggedDocument {
  readonly pdf: PDFKit.PDFDocument
  readonly root: Part
  /** Whether a letter was left out that no font has. */
  leftOut = false

  /** Of every font the one of the usual, so that letters of two fonts stand on one line. */
  private readonly baseline: number

  constructor(pdf: PDFKit.PDFDocument, root: Part) {
    this.pdf = pdf
    this.root = root
    const { ascender } = (pdf.font(USUAL) as unknown as { _font: { ascender: number } })._font
    this.baseline = -ascender / 1000
  }

  canWrite(text: string) {
    return canWrite(text)
  }

  /** Below what was written last. */
  write(text: string, { as = 'P', size = 14, link, space = 0.5 }: Line = {}) {
    const write = () => this.spell(text, (letters, continued) => this.pdf.text(letters, { link, continued }), size)
    const { pdf } = this
    this.root.add(link ? pdf.struct(as, {}, [pdf.struct('Link', { alt: text }, write)]) : pdf.struct(as, {}, write))
    pdf.moveDown(space)
  }

  /** At its place. Answers where it ends. */
  place(
    text: string,
    { x, y, width, size = 10, colour = '#1b2520', align }: Place,
    as: Role = 'P',
    within = this.root,
  ) {
    let next: [number, number] | [] = [x, y]
    const put = (letters: string, continued: boolean) => {
      const options = { width, align, continued, lineGap: size / 6, baseline: this.baseline * size }
      this.pdf.fillColor(colour).text(letters, ...(next as [number, number]), options)
      next = []
    }
    const scope: object = as === 'TH' ? { scope: 'Column' } : {} // which the types do not know
    within.add(this.pdf.struct(as, scope, () => this.spell(text, put, size)))
    return this.pdf.y
  }

  heightOf(text: string, { width, size = 10 }: { width: number; size?: number }) {
    return this.pdf
      .font(USUAL)
      .fontSize(size)
      .heightOfString(text, { width, lineGap: size / 6 })
  }

  group(as: Role, within = this.root) {
    const part = this.pdf.struct(as)
    within.add(part)
    return part
  }

  /** What is only to be looked at, and is not read out. */
  ornament(draw: (pdf: PDFKit.PDFDocument) => void) {
    this.pdf.markContent('Artifact', { type: 'Layout' })
    draw(this.pdf.save())
    this.pdf.restore().endMarkedContent()
  }

  /** The same words at the foot of each page. */
  footer(words: (page: number, pages: number) => string) {
    const { start, count } = this.pdf.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page)
      const { width, height, margins } = this.pdf.page
      const [x, room] = [margins.left, width - margins.left - margins.right]
      margins.bottom = 0 // else it would flow over to a page of its own
      this.pdf.markContent('Artifact', { type: 'Pagination' })
      const put = (letters: string) => this.pdf.fillColor('#515d55').text(letters, x, height - 48, { width: room })
      this.spell(words(page + 1, count), put, 8)
      this.pdf.endMarkedContent()
    }
  }

  /** All of it, as it is made. */
  stream() {
    this.root.end()
    this.pdf.end()
    return this.pdf
  }

  bytes() {
    return buffer(this.stream())
  }

  private spell(text: string, put: (letters: string, continued: boolean) => void, size: number) {
    const pieces = inOneFont(text)
    this.leftOut ||= !canWrite(text)
    for (const [index, { font, letters }] of pieces.entries()) {
      this.pdf.font(font).fontSize(size)
      put(letters, index < pieces.length - 1)
    }
  }
}
