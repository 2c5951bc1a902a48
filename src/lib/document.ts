import { buffer } from 'node:stream/consumers'
import { config } from '../config.ts'

/** Newsreader (OFL, as public/fonts/OFL.txt has it), in the parts that Google Fonts cuts it into: each has letters of its own. */
const fonts = ['latin', 'latin-ext', 'vietnamese']

type Named = { title: string; author: string; at: Date }
type Line = { as?: 'H1' | 'H2' | 'P'; size?: number; link?: string; space?: number }
type WithFont = { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }

/** A PDF of one page that carries its font and says what is a heading and what is text, for those who have it read to them. */
export async function newDocument({ title, author, at }: Named) {
  const { default: PDFDocument } = await import('pdfkit') // takes half a second, which nobody waits for who wants none
  const info = { Title: title, Author: author, Creator: config.siteName, CreationDate: at, ModDate: at }
  const tagged = { pdfVersion: '1.7', tagged: true, lang: 'en-GB', displayTitle: true } as const
  const standard: object = { subset: 'PDF/UA' } // which its types do not know
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 72,
    ...tagged,
    ...standard,
    info,
    font: fileOf('latin'),
  })
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  for (const name of fonts) pdf.registerFont(name, fileOf(name))

  /** The font that has a letter; undefined where none of ours does. */
  const fontOf = (letter: string) =>
    fonts.find((name) =>
      (pdf.font(name) as unknown as WithFont)._font.font.hasGlyphForCodePoint(letter.codePointAt(0)!),
    )

  return {
    canWrite: (text: string) => [...text.normalize()].every(fontOf),

    write(text: string, { as = 'P', size = 14, link, space = 0.5 }: Line = {}) {
      const pieces = inOneFont([...text.normalize()], (letter) => fontOf(letter) ?? 'latin')
      const write = () => {
        for (const [index, { font, letters }] of pieces.entries()) {
          pdf
            .font(font)
            .fontSize(size)
            .text(letters, { link, continued: index < pieces.length - 1 })
        }
      }
      root.add(link ? pdf.struct(as, {}, [pdf.struct('Link', { alt: text }, write)]) : pdf.struct(as, {}, write))
      pdf.moveDown(space)
    },

    async bytes() {
      root.end()
      pdf.end()
      return buffer(pdf)
    },
  }
}

function fileOf(name: string) {
  return `${import.meta.dirname}/fonts/newsreader-${name}.woff`
}

function inOneFont(letters: string[], fontOf: (letter: string) => string) {
  const pieces: { font: string; letters: string }[] = []
  for (const letter of letters) {
    const last = pieces.at(-1)
    const font = letter === ' ' && last ? last.font : fontOf(letter)
    if (last?.font === font) last.letters += letter
    else pieces.push({ font, letters: letter })
  }
  return pieces
}
