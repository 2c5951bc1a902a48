import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { MentorProfile } from './mentor-profile.ts'
import { Row } from './row.ts'

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const
export type PartOfDay = (typeof partsOfDay)[number]

/** "Tell me when a Tuesday evening opens", by the clock of who waits. One letter, then it is told. Mentors never see it. */
export class TimeWish extends Row<TimeWish> {
  declare id: CreationOptional<string>
  declare profileId: string
  declare memberId: string
  /** An ISO weekday; null: any. */
  declare weekday: CreationOptional<number | null>
  /** Null: any. */
  declare part: CreationOptional<PartOfDay | null>
  declare createdAt: CreationOptional<Date>
  declare toldAt: CreationOptional<Date | null>
  declare profile?: NonAttribute<MentorProfile>
}

const preference = { category: 'preference' } as const

table(TimeWish, 'time_wishes', {
  title: 'Times you wait for',
  section: 'sessions',
  purpose: 'To tell you when a mentor has time for you',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: ['memberId', 'profileId'] },
  exportedAs: 'sessions/waiting.json',
  editedAt: '/sessions',
  columns: {
    id: plain(DataTypes.UUID, key),
    profileId: plain(DataTypes.UUID),
    memberId: person('member'),
    weekday: personal(DataTypes.INTEGER, { ...preference, label: 'day of the week' }),
    part: personal(DataTypes.TEXT, { ...preference, label: 'part of the day' }),
    createdAt: personal(DataTypes.DATE, { ...preference, label: 'since' }, today),
    toldAt: plain(DataTypes.DATE),
  },
})
