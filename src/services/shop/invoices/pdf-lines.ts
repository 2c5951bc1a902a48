import type { Part, TaggedDocument } from '../../../lib/document.ts'
import { money } from '../../../lib/money.ts'
import { hairline, LEFT, RIGHT, SOFT } from './pdf-paper.ts'
import type { Printable } from './printable.ts'

const kinds = { course: 'Course', session: 'Session with a mentor' }

/** Where each column ends, and how wide it is. The first begins at the left and takes what is left. */
const columns = [
  { name: 'Price', to: RIGHT - 196, width: 70 },
  { name: 'Discount', to: RIGHT - 126, width: 64 },
  { name: 'VAT', to: RIGHT - 80, width: 42 },
  { name: 'Amount', to: RIGHT, width: 76 },
]
const WORDS = RIGHT - 270 - LEFT

/** What was bought, a row each, on as many pages as it takes. Answers where it ends. */
export function linesTable(paper: TaggedDocument, from: number, currency: string, lines: Printable['lines']) {
  const table = paper.group('Table')
  let y = header(paper, table, from)
  for (const { title, kind, priceMinor, discountMinor, taxRate, totalMinor } of lines) {
    const height = paper.heightOf(title, { width: WORDS, size: 11 }) + 40
    if (y + height > paper.pdf.page.height - 80) {
      paper.pdf.addPage()
      y = header(paper, table, paper.pdf.page.margins.top)
    }
    const row = paper.group('TR', table)
    const amounts = [
      money(priceMinor, currency),
      discountMinor ? money(-discountMinor, currency) : '–',
      `${taxRate / 100} %`,
      money(totalMinor, currency),
    ]
    const cell = paper.group('TD', row)
    const named = paper.place(title, { x: LEFT, y: y + 9, width: WORDS, size: 11 }, 'P', cell)
    const below = paper.place(kinds[kind], { x: LEFT, y: named + 1, width: WORDS, size: 9, colour: SOFT }, 'P', cell)
    for (const [index, { to, width }] of columns.entries()) {
      paper.place(amounts[index]!, { x: to - width, y: y + 10, width, align: 'right' }, 'TD', row)
    }
    y = below + 9
    hairline(paper, LEFT, y, RIGHT)
  }
  return y
}

function header(paper: TaggedDocument, table: Part, y: number) {
  const row = paper.group('TR', table)
  paper.place('What you bought', { x: LEFT, y, width: WORDS, size: 9, colour: SOFT }, 'TH', row)
  for (const { name, to, width } of columns) {
    paper.place(name, { x: to - width, y, width, size: 9, colour: SOFT, align: 'right' }, 'TH', row)
  }
  hairline(paper, LEFT, y + 15, RIGHT, '#1b2520')
  return y + 15
}
