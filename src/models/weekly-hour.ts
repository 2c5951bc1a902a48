import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** When a mentor is there each week, on the clock that hangs on their wall. The database refuses two that overlap. */
export class WeeklyHour extends Row<WeeklyHour> {
  declare id: CreationOptional<string>
  declare mentorId: string
  /** ISO: Monday is 1. */
  declare weekday: number
  declare startMinute: number
  declare endMinute: number
}

const offered = { category: 'preference', seenBy: ['everyone'] } as const

table(WeeklyHour, 'weekly_hours', {
  title: 'Your weekly hours',
  section: 'mentoring',
  purpose: 'To offer your free times, and no others',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'mentorId' },
  exportedAs: 'mentoring/hours.json',
  editedAt: '/mentor/hours',
  columns: {
    id: plain(DataTypes.UUID, key),
    mentorId: person('mentor'),
    weekday: personal(DataTypes.INTEGER, offered),
    startMinute: personal(DataTypes.INTEGER, { ...offered, label: 'from, in minutes since midnight' }),
    endMinute: personal(DataTypes.INTEGER, { ...offered, label: 'until' }),
  },
})
