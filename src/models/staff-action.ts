import { type CreationOptional, DataTypes, type InferAttributes, type InferCreationAttributes, Model } from 'sequelize'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept, scrubbed } from '../privacy/vocabulary.ts'

/** What one of us looked at or did, and why. The person it was about can read it. */
export class StaffAction extends Model<InferAttributes<StaffAction>, InferCreationAttributes<StaffAction>> {
  declare id: CreationOptional<string>
  declare staffId: string | null
  declare aboutId: CreationOptional<string | null>
  declare ticketId: CreationOptional<string | null>
  declare action: string
  declare reason: string
  declare createdAt: CreationOptional<Date>
}

const audited = kept('it tells what our staff did, not to whom')

table(StaffAction, 'staff_actions', {
  title: 'When our staff looked or acted',
  section: 'privacy',
  purpose: 'To hold our staff to a reason',
  lawfulBasis: 'legitimate interest',
  onErasure: 'anonymised',
  retention: { keep: '3 years', from: 'createdAt', because: 'misuse may come to light late' },
  exportedAs: 'privacy/staff-actions.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    staffId: duty(),
    aboutId: person('subject'),
    ticketId: plain(DataTypes.UUID),
    action: personal(DataTypes.TEXT, { category: 'activity', seenBy: ['staff'], onErasure: audited }),
    reason: personal(DataTypes.TEXT, { category: 'activity', seenBy: ['staff'], onErasure: scrubbed }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
