import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'
import type { AtStripe } from './stripe-redaction.ts'

/**
 * Something at Stripe that knows somebody: a page to pay, also one that nobody paid, a payment, a customer. It stays when
 * the order is forgotten here, for Stripe has not forgotten it then.
 */
export class StripeTrace extends Row<StripeTrace> {
  declare id: CreationOptional<string>
  declare memberId: string
  declare kind: keyof AtStripe
  declare object: string
  declare createdAt: CreationOptional<Date>
}

table(StripeTrace, 'stripe_traces', {
  title: 'What Stripe made of you',
  section: 'purchases',
  purpose: 'To have Stripe forget you when you leave',
  lawfulBasis: 'legal obligation',
  onErasure: 'deleted',
  retention: { asLongAs: 'memberId', because: 'Stripe is asked to forget all of it when you leave' },
  exportedAs: 'purchases/at-stripe.csv',
  columns: {
    id: plain(DataTypes.UUID, key),
    memberId: person('member'),
    kind: plain(DataTypes.TEXT),
    object: personal(DataTypes.TEXT, { category: 'technical', label: "Stripe's number of it" }),
    createdAt: personal(DataTypes.DATE, { category: 'activity', label: 'since' }, today),
  },
})
