import type { PeopleTable } from '../../../privacy/table.ts'
import { printInvoices } from '../../shop/invoices/print-invoices.ts'
import type { Snapshot } from './snapshot.ts'

/** Who makes the PDFs of a table, one at a time, in the order of their ids. */
const printers: Record<string, typeof printInvoices> = { invoices: printInvoices }

/** The documents of a person out of a table that has some: which are theirs is read from the snapshot (P16). */
export async function* papersOf(table: PeopleTable, snapshot: Snapshot) {
  const { name, printed } = table
  if (!printed) return
  for await (const rows of snapshot.rows(table)) {
    const names = new Map(rows.map((row) => [String(row.id), String(row[printed.named])]))
    for await (const { id, pdf } of printers[name]!([...names.keys()])) {
      yield { file: printed.as.replace('*', names.get(id)!), pdf }
    }
  }
}
