import { DataTypes } from 'sequelize'
import { plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** A row of numbers without a gap: the next one is taken under a lock, with what it numbers. */
export class InvoiceSeries extends Row<InvoiceSeries> {
  declare series: string
  declare next: number
}

table(InvoiceSeries, 'invoice_series', {
  purpose: 'To number invoices without a gap',
  columns: {
    series: plain(DataTypes.TEXT, { primaryKey: true }),
    next: plain(DataTypes.INTEGER),
  },
})
