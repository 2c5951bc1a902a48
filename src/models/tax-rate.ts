import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What a country takes of a price, in hundredths of a percent, in a span of days. The database refuses two at a time. */
export class TaxRate extends Row<TaxRate> {
  declare id: CreationOptional<string>
  declare country: string
  declare rate: number
  /** As PostgreSQL writes it: "[2025-01-01,)". */
  declare valid: string
}

table(TaxRate, 'tax_rates', {
  purpose: 'To take the tax that the law of each country asks for',
  columns: {
    id: plain(DataTypes.UUID, key),
    country: plain(DataTypes.TEXT),
    rate: plain(DataTypes.INTEGER),
    valid: plain(DataTypes.TEXT),
  },
})
