import { readFileSync } from 'node:fs'
import { unpackedFont } from './woff.ts'

/**
 * Newsreader, in the parts that Google Fonts cuts it into, and for other letters of Europe those of Source Serif (both
 * OFL, as public/fonts/OFL.txt has it): each part has letters of its own.
 */
const files = [
  'newsreader-latin',
  'newsreader-latin-ext',
  'newsreader-vietnamese',
  'source-serif-greek',
  'source-serif-cyrillic',
  'source-serif-cyrillic-ext',
]

/** A font as pdfkit reads it, which takes longer than a page. So each is read once, and used by every document. */
type Font = { hasGlyphForCodePoint(code: number): boolean }
type Pdf = { registerFont(name: string, font: Font): void; font(unpacked: Buffer): { _font: { font: Font } } }

const opened = new Map<string, Font>()
const nameOf = new Map<string, string | undefined>()
export const USUAL = files[0]!

/** Stands for a letter that none of our fonts has. */
const LEFT_OUT = '·'

/** Tells a document of all of them, which the first one has to read. */
export function registerFonts(document: PDFKit.PDFDocument, reader: () => PDFKit.PDFDocument) {
  const read = (file: string) =>
    (reader() as unknown as Pdf).font(unpackedFont(readFileSync(`${import.meta.dirname}/fonts/${file}.woff`)))
  for (const file of files) {
    if (!opened.has(file)) opened.set(file, read(file)._font.font)
    ;(document as unknown as Pdf).registerFont(file, opened.get(file)!)
  }
}

/** The font that has a letter; undefined where none of ours does. */
function fontOf(letter: string) {
  if (!nameOf.has(letter)) {
    const code = letter.codePointAt(0)!
    nameOf.set(
      letter,
      files.find((file) => opened.get(file)!.hasGlyphForCodePoint(code)),
    )
  }
  return nameOf.get(letter)
}

export function canWrite(text: string) {
  return [...text.normalize()].every((letter) => fontOf(letter) || /\s/.test(letter))
}

/** A text in pieces of which each can be written in one font. A space goes with what is before it. */
export function inOneFont(text: string) {
  const pieces: { font: string; letters: string }[] = []
  for (const letter of text.normalize()) {
    const last = pieces.at(-1)
    const isSpace = /\s/.test(letter)
    const own = isSpace ? last?.font : fontOf(letter)
    const [font, written] = [own ?? USUAL, own || isSpace ? letter : LEFT_OUT]
    if (last?.font === font) last.letters += written
    else pieces.push({ font, letters: written })
  }
  return pieces
}
