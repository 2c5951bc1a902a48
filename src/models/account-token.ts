import { type CreationOptional, DataTypes, type InferAttributes, type InferCreationAttributes, Model } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'

export type TokenPurpose = 'verify' | 'reset' | 'change' | 'undo'

/** A link we mailed. The link carries our signature over the id, so nothing here could be used by a thief. */
export class AccountToken extends Model<InferAttributes<AccountToken>, InferCreationAttributes<AccountToken>> {
  declare id: CreationOptional<string>
  declare userId: string
  declare purpose: TokenPurpose
  /** The address that a change of email leads to, or that its undoing leads back to. */
  declare address: CreationOptional<string | null>
  declare expiresAt: Date
  declare usedAt: CreationOptional<Date | null>
  declare createdAt: CreationOptional<Date>
}

table(AccountToken, 'account_tokens', {
  title: 'Links we mailed you',
  section: 'account',
  purpose: 'To confirm an address, set a new password, or undo a change',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { keep: '7 days', from: 'expiresAt', because: 'an expired link opens nothing' },
  exportedAs: 'account/links.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    userId: person('member'),
    purpose: personal(DataTypes.TEXT, { category: 'activity' }),
    address: personal(DataTypes.CITEXT, { category: 'contact', seenBy: ['mail'] }),
    expiresAt: personal(DataTypes.DATE, { category: 'activity' }),
    usedAt: personal(DataTypes.DATE, { category: 'activity' }),
    createdAt: personal(DataTypes.DATE, { category: 'activity' }, today),
  },
})
