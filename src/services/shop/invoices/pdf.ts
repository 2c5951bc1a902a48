import { config } from '../../../config.ts'
import { newDocument, type TaggedDocument } from '../../../lib/document.ts'
import { money } from '../../../lib/money.ts'
import type { Invoice } from '../../../models/index.ts'
import { facturX } from './factur-x.ts'
import { headed } from './pdf-head.ts'
import { linesTable } from './pdf-lines.ts'
import { hairline, LEAF, LEFT, MIDDLE, RIGHT, SOFT, WIDTH } from './pdf-paper.ts'
import { addressee, addressLines, type Printable } from './printable.ts'
import { vatCategoryOf } from './vat-category.ts'

/**
 * An issued document as a PDF, made anew from its row whenever it is asked for and never stored, so that it shows no more
 * of a buyer than the row still does (P16, P29). It is PDF/A-3b, tagged, with its data attached where it names a buyer.
 */
export async function invoicePdf(printable: Printable) {
  const { invoice, lines } = printable
  const data = facturX(printable)
  const [title, at] = [invoice.number, invoice.issuedAt]
  const paper = await newDocument({ title, at, layout: 'portrait', archive: { facturX: data !== undefined } })

  const y = linesTable(paper, headed(paper, printable), invoice.currency, lines)
  closing(paper, printable, totals(paper, printable, y))
  if (data) attach(paper, data, at)
  const { seller } = invoice.body
  const who = [seller.name, ...addressLines(seller.address), `VAT id ${seller.vatId}`].join(' · ')
  paper.footer((page, pages) => `${who}${pages > 1 ? ` · ${invoice.number}, page ${page} of ${pages}` : ''}`)
  return paper.stream()
}

/** Net and tax of each rate, then what was paid. */
function totals(paper: TaggedDocument, { invoice }: Printable, from: number) {
  const { body, currency, totalMinor, kind } = invoice
  const amount = (minor: number) => money(minor, currency)
  const rows = body.taxes.flatMap(({ rate, netMinor, taxMinor }) =>
    rate > 0
      ? [
          [`Net at ${percent(rate)}`, amount(netMinor)],
          [`VAT ${percent(rate)}`, amount(taxMinor)],
        ]
      : [['Net, without VAT', amount(netMinor)]],
  )
  const x = MIDDLE
  let y = roomFor(paper, from + 14, rows.length * 17 + 44)
  const table = paper.group('Table')
  for (const [what, sum] of rows) {
    const row = paper.group('TR', table)
    paper.place(what!, { x, y, width: 150, colour: SOFT }, 'TD', row)
    y = paper.place(sum!, { x: RIGHT - 100, y, width: 100, align: 'right' }, 'TD', row) + 3
  }
  hairline(paper, x, y + 2, RIGHT, LEAF)
  const row = paper.group('TR', table)
  const what = kind === 'credit note' ? 'Credited' : 'Total, paid'
  paper.place(what, { x, y: y + 9, width: 150, size: 14, colour: LEAF }, 'TD', row)
  const sum = { x: RIGHT - 130, y: y + 9, width: 130, size: 14, colour: LEAF, align: 'right' } as const
  return paper.place(amount(totalMinor), sum, 'TD', row)
}

function closing(paper: TaggedDocument, { invoice }: Printable, from: number) {
  const { body } = invoice
  const reasons = body.taxes.flatMap(({ rate }) => vatCategoryOf(invoice, rate).because ?? [])
  const sentences = [
    ...reasons.map((reason) => `${reason}.`),
    ...(addressee(invoice) ? [] : ['A simplified document: it names no buyer.']),
    settledInWords(invoice),
    `Questions: ${config.baseUrl}/support`,
    ...(paper.leftOut ? ['For · stands a letter that the font of this page does not have.'] : []),
  ]
  let y = roomFor(paper, from + 34, sentences.length * 16)
  for (const sentence of sentences) y = paper.place(sentence, { x: LEFT, y, width: WIDTH, size: 9, colour: SOFT }) + 3
}

function settledInWords({ kind, body, isSale }: Invoice) {
  if (isSale) return 'Nothing is left to pay. Thank you for learning with us.'
  if (kind === 'invoice') return 'Nothing is left to pay. The money will be sent to you again.'
  return body.corrects?.because === 'correction'
    ? 'No money moves: the invoice is issued anew.'
    : 'The amount goes back the way it came.'
}

function attach({ pdf }: TaggedDocument, data: string, at: Date) {
  const about = { type: 'text/xml', description: 'This invoice as data (Factur-X)', creationDate: at, modifiedDate: at }
  const standard: object = { relationship: 'Alternative' } // which its types do not know
  pdf.file(Buffer.from(data), { name: 'factur-x.xml', ...about, ...standard })
}

function percent(rate: number) {
  return `${rate / 100} %`
}

function roomFor({ pdf }: TaggedDocument, y: number, height: number) {
  if (y + height < pdf.page.height - 80) return y
  pdf.addPage()
  return pdf.page.margins.top
}
