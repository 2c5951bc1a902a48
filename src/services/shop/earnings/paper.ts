import { config } from '../../../config.ts'
import { newDocument, type Part, type TaggedDocument } from '../../../lib/document.ts'
import { money } from '../../../lib/money.ts'
import { timeInWords } from '../../../lib/times.ts'
import { hairline, LEFT, mark, RIGHT, SOFT } from '../invoices/pdf-paper.ts'
import { amounts, feeInWords, months } from './in-words.ts'
import type { Statement, Sums, statementOf } from './statement.ts'

const WORDS = 150
const names = Object.keys(amounts) as (keyof typeof amounts)[]
const WIDE = (RIGHT - LEFT - WORDS) / names.length

/** What a mentor earned in a year on paper: with nobody's name, neither theirs nor a buyer's. Answers the bytes as they are made. */
export async function paperOf({ year, statements }: Awaited<ReturnType<typeof statementOf>>, now: Date) {
  const title = `Earnings in ${year}`
  const paper = await newDocument({ title, author: config.siteName, at: now, layout: 'portrait' })
  mark(paper, LEFT, 56)
  let y = paper.place(title, { x: LEFT, y: 100, width: RIGHT - LEFT, size: 22 }, 'H1') + 4
  const made = `From ${config.siteName}, as of ${timeInWords(now, 'UTC', 'day')}. ${feeInWords}`
  y = paper.place(made, { x: LEFT, y, width: RIGHT - LEFT, size: 10, colour: SOFT }) + 16
  if (statements.length === 0) paper.place('Nothing was sold.', { x: LEFT, y, width: RIGHT - LEFT, size: 11 })
  for (const statement of statements) y = table(paper, statement, y) + 24
  paper.footer((page, pages) => `${title}, page ${page} of ${pages}`)
  return paper.stream()
}

function table(paper: TaggedDocument, { currency, lines, sums }: Statement, from: number) {
  const part = paper.group('Table')
  let y = header(paper, part, from)
  for (const line of lines) {
    if (y > paper.pdf.page.height - 120) {
      paper.pdf.addPage()
      y = header(paper, part, paper.pdf.page.margins.top)
    }
    y = row(paper, part, y, `${months[line.month - 1]}: ${line.title}`, line, currency)
  }
  return row(paper, part, y, 'All together', sums, currency)
}

function header(paper: TaggedDocument, part: Part, y: number) {
  const cells = ['', ...Object.values(amounts)]
  const bottom = write(paper, part, y, cells, 'TH')
  hairline(paper, LEFT, bottom, RIGHT, '#1b2520')
  return bottom
}

function row(paper: TaggedDocument, part: Part, y: number, words: string, sums: Sums, currency: string) {
  const bottom = write(paper, part, y, [words, ...names.map((name) => money(sums[name], currency))], 'TD')
  hairline(paper, LEFT, bottom, RIGHT)
  return bottom
}

function write(paper: TaggedDocument, part: Part, y: number, [words, ...sums]: string[], as: 'TH' | 'TD') {
  const [within, size] = [paper.group('TR', part), 9]
  const below = paper.place(words || 'What', { x: LEFT, y: y + 6, width: WORDS, size }, as, within)
  for (const [place, sum] of sums.entries())
    paper.place(sum, { x: LEFT + WORDS + place * WIDE, y: y + 6, width: WIDE, size, align: 'right' }, as, within)
  return below + 5
}
