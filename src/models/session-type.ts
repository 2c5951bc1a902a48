import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What can be booked with a mentor. Archived, it takes no more bookings; those there are stand. */
export class SessionType extends Row<SessionType> {
  declare id: CreationOptional<string>
  declare mentorId: string
  declare title: string
  declare description: CreationOptional<string>
  declare minutes: number
  declare priceMinor: CreationOptional<number>
  declare currency: CreationOptional<string>
  /** Whether the mentor answers each request, or a booking stands at once. */
  declare needsApproval: CreationOptional<boolean>
  declare createdAt: CreationOptional<Date>
  declare archivedAt: CreationOptional<Date | null>

  get isFree(): NonAttribute<boolean> {
    return this.priceMinor === 0
  }
}

const offered = { category: 'opinion', seenBy: ['everyone'] } as const

table(SessionType, 'session_types', {
  title: 'Sessions you offer',
  section: 'mentoring',
  purpose: 'To let others book time with you',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'mentorId' },
  exportedAs: 'mentoring/session-types.json',
  editedAt: '/mentor/types',
  columns: {
    id: plain(DataTypes.UUID, key),
    mentorId: person('mentor'),
    title: personal(DataTypes.TEXT, offered),
    description: personal(DataTypes.TEXT, offered, { defaultValue: '' }),
    minutes: plain(DataTypes.INTEGER),
    priceMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    currency: plain(DataTypes.TEXT, { defaultValue: 'EUR' }),
    needsApproval: plain(DataTypes.BOOLEAN, { defaultValue: true }),
    createdAt: plain(DataTypes.DATE, today),
    archivedAt: plain(DataTypes.DATE),
  },
})
