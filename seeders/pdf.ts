import { buffer } from 'node:stream/consumers'

/** A page with these lines on it, the first one as its heading. */
export async function pageOf(lines: string) {
  const { default: PDFDocument } = await import('pdfkit')
  const [heading, ...rest] = lines.split('\n')
  const page = new PDFDocument({ size: 'A4', margin: 72, info: { Title: heading } })
  page.fontSize(18).text(heading!).moveDown()
  page.fontSize(11)
  for (const line of rest) page.text(line).moveDown(0.5)
  page.end()
  return buffer(page)
}
