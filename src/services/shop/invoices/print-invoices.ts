import { invoicePdf } from './pdf.ts'
import { printables } from './printable.ts'

const AT_ONCE = 50

/** The PDFs of many documents, each made when the one before has been read, so that none of them waits in memory. */
export async function* printInvoices(ids: string[]) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const printable of await printables(ids.slice(from, from + AT_ONCE))) {
      yield { id: printable.invoice.id, pdf: await invoicePdf(printable) }
    }
  }
}
