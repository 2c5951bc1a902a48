import { readFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { unpackedFont } from '../../src/lib/woff.ts'
import { printInvoices } from '../../src/services/shop/invoices/print-invoices.ts'
import { createUser } from '../support/factories.ts'
import { bought, issue } from '../support/invoices.ts'
import { build } from './export.ts'
import { inTurns, type Measured, seconds } from './support/measure.ts'
import { MemoryWatch } from './support/memory-watch.ts'

const INVOICES = 1000
const TIMES = 10
const DOCUMENTS = INVOICES * TIMES
const FONT = unpackedFont(readFileSync(`${import.meta.dirname}/../../src/lib/fonts/newsreader-latin.woff`))

/** As many pieces of text as one of our invoices has. */
const WORDS = 46

/** Ten thousand invoices out of their rows, read to the end and thrown away; then the export of who has a thousand. */
export async function benchmark(): Promise<Measured[]> {
  const { id: buyerId } = await createUser()
  const ids: string[] = []
  for (let n = 0; n < INVOICES; n++) {
    const { order } = await bought({ buyerId, buyerName: 'Ann Ash', buyerAddress: '1 High Street\nNorwich' })
    ids.push((await issue(order)).id)
  }

  const ours = async () => {
    for await (const { pdf } of printInvoices(ids)) await finished(pdf.resume())
  }
  const floor = async () => {
    for (let n = 0; n < INVOICES; n++) await finished(plain().resume())
  }
  await ours()
  await floor()
  const printing = new MemoryWatch()
  const [printed, written] = await inTurns(
    TIMES,
    [() => printing.during(() => seconds(ours)), () => seconds(floor)],
    (taken) => taken,
  )
  const packing = new MemoryWatch()
  await build(buyerId)
  const packed = await packing.during(() => seconds(() => build(buyerId)))

  return [
    {
      what: `${DOCUMENTS} invoices as PDF: documents a second`,
      ours: (INVOICES / printed).toFixed(0),
      floor: (INVOICES / written).toFixed(0),
      ratio: written / printed,
      reach: 0.5,
      memoryMiB: inMiB(printing),
    },
    growth(`${DOCUMENTS} invoices as PDF: memory it grows by, MiB, against 64`, printing),
    growth(`export with ${INVOICES} invoices, ${packed.toFixed(1)} s: memory it grows by, MiB, against 64`, packing),
  ]
}

function plain() {
  const pdf = new PDFDocument({ size: 'A4', font: FONT as never })
  for (let n = 0; n < WORDS; n++) pdf.fontSize(10).text(`An hour at the bench, ${n}`, 56, 56 + n * 14, { width: 230 })
  pdf.end()
  return pdf
}

function growth(what: string, watch: MemoryWatch): Measured {
  const memoryMiB = inMiB(watch)
  return { what, ours: String(memoryMiB), floor: '64', ratio: memoryMiB / 64, reach: 1, lowerIsBetter: true }
}

function inMiB({ growth }: MemoryWatch) {
  return Math.round(growth / 2 ** 20)
}
