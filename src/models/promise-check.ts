import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

export type PromiseState = 'kept' | 'watched' | 'broken'

/** What the nightly audit found for one promise: the only source of a green knot (P35). */
export class PromiseCheck extends Row<PromiseCheck> {
  declare id: CreationOptional<string>
  declare promise: string
  declare state: PromiseState
  declare figure: string
  declare checkedAt: CreationOptional<Date>
}

table(PromiseCheck, 'promise_checks', {
  purpose: 'To show how each promise went, night by night',
  retention: { keep: '3 years', from: 'checkedAt', because: 'long enough to see a trend' },
  columns: {
    id: plain(DataTypes.UUID, key),
    promise: plain(DataTypes.TEXT),
    state: plain(DataTypes.TEXT),
    figure: plain(DataTypes.TEXT),
    checkedAt: plain(DataTypes.DATE, today),
  },
})
