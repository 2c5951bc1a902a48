import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** Things at Stripe by their kind, each by Stripe's number. */
export type AtStripe = { customers?: string[]; checkout_sessions?: string[]; payment_intents?: string[] }

/**
 * What Stripe still has to forget of somebody who has left: known by the random id of their receipt and by Stripe's own
 * numbers, and followed until it is done. Stripe redacts a payment 90 days after it at the earliest.
 */
export class StripeRedaction extends Row<StripeRedaction> {
  declare id: CreationOptional<string>
  declare subjectId: string
  declare objects: AtStripe
  declare job: CreationOptional<string | null>
  declare state: CreationOptional<'waiting' | 'running' | 'done'>
  declare dueAt: Date
  declare createdAt: CreationOptional<Date>
  declare doneAt: CreationOptional<Date | null>
}

table(StripeRedaction, 'stripe_redactions', {
  purpose: 'To see that Stripe forgets who has left',
  retention: { keep: '7 years', from: 'doneAt', because: 'as long as the receipt that shows it' },
  columns: {
    id: plain(DataTypes.UUID, key),
    subjectId: plain(DataTypes.UUID),
    objects: plain(DataTypes.JSONB),
    job: plain(DataTypes.TEXT),
    state: plain(DataTypes.TEXT, { defaultValue: 'waiting' }),
    dueAt: plain(DataTypes.DATE),
    createdAt: plain(DataTypes.DATE, today),
    doneAt: plain(DataTypes.DATE),
  },
})
