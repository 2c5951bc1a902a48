import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** A sum over a day and at least five people; smaller ones have been merged (P31). */
export class UsageDay extends Row<UsageDay> {
  declare id: CreationOptional<string>
  declare day: string
  declare what: string
  declare page: string
  declare browser: string
  declare os: string
  declare times: number
  declare people: number
}

table(UsageDay, 'usage_daily', {
  purpose: 'To learn which pages are used, in numbers that hold no person',
  columns: {
    id: plain(DataTypes.UUID, key),
    day: plain(DataTypes.DATEONLY),
    what: plain(DataTypes.TEXT),
    page: plain(DataTypes.TEXT),
    browser: plain(DataTypes.TEXT),
    os: plain(DataTypes.TEXT),
    times: plain(DataTypes.INTEGER),
    people: plain(DataTypes.INTEGER),
  },
})
