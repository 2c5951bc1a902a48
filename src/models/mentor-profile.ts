import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

export const listings = ['listed', 'paused', 'closed'] as const
export type Listing = (typeof listings)[number]

/** How a mentor takes bookings. It exists once their application has been accepted. */
export class MentorProfile extends Row<MentorProfile> {
  declare id: CreationOptional<string>
  declare mentorId: string
  declare listing: CreationOptional<Listing>
  /** BCP 47, such as en or cs. */
  declare languages: CreationOptional<string[]>
  declare noticeMinutes: CreationOptional<number>
  declare horizonDays: CreationOptional<number>
  /** Minutes kept free around each session. */
  declare bufferBefore: CreationOptional<number>
  declare bufferAfter: CreationOptional<number>
  declare maxPerDay: CreationOptional<number | null>
  /** Worked out again whenever hours or bookings change, and every night. */
  declare nextFreeAt: CreationOptional<Date | null>
  declare createdAt: CreationOptional<Date>
  declare mentor?: NonAttribute<User>
}

const offered = { category: 'preference', seenBy: ['everyone'] } as const

table(MentorProfile, 'mentor_profiles', {
  title: 'How you take bookings',
  section: 'mentoring',
  purpose: 'To offer your free times, and no others',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'mentorId' },
  exportedAs: 'mentoring/profile.json',
  editedAt: '/mentor/hours',
  columns: {
    id: plain(DataTypes.UUID, key),
    mentorId: person('mentor'),
    listing: personal(DataTypes.TEXT, offered, { defaultValue: 'listed' }),
    languages: personal(DataTypes.ARRAY(DataTypes.TEXT), offered, { defaultValue: [] }),
    noticeMinutes: personal(DataTypes.INTEGER, offered, { defaultValue: 720 }),
    horizonDays: personal(DataTypes.INTEGER, offered, { defaultValue: 60 }),
    bufferBefore: personal(DataTypes.INTEGER, { category: 'preference' }, { defaultValue: 0 }),
    bufferAfter: personal(DataTypes.INTEGER, { category: 'preference' }, { defaultValue: 10 }),
    maxPerDay: personal(DataTypes.INTEGER, { category: 'preference', label: 'most sessions a day' }),
    nextFreeAt: plain(DataTypes.DATE),
    createdAt: plain(DataTypes.DATE, today),
  },
})
