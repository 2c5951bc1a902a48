import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What Stripe calls somebody who wanted a card remembered. The card itself is asked for whenever its page is opened (P03). */
export class StripeCustomer extends Row<StripeCustomer> {
  declare id: CreationOptional<string>
  declare memberId: string
  declare customer: string
  declare createdAt: CreationOptional<Date>
}

table(StripeCustomer, 'stripe_customers', {
  title: 'You, as Stripe knows you',
  section: 'purchases',
  purpose: 'To let you pay again without typing your card',
  lawfulBasis: 'consent',
  onErasure: 'deleted',
  retention: { asLongAs: 'memberId', because: 'until you remove your last card' },
  exportedAs: 'purchases/stripe.json',
  editedAt: '/settings/cards',
  columns: {
    id: plain(DataTypes.UUID, key),
    memberId: person('member'),
    customer: personal(DataTypes.TEXT, { category: 'technical', label: "Stripe's number for you" }),
    createdAt: personal(DataTypes.DATE, { category: 'activity', label: 'since' }, today),
  },
})
