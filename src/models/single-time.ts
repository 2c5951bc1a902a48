import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** A time that a mentor opens, or is away, whatever the week says. */
export class SingleTime extends Row<SingleTime> {
  declare id: CreationOptional<string>
  declare mentorId: string
  declare kind: 'open' | 'away'
  declare startsAt: Date
  declare endsAt: Date
}

table(SingleTime, 'single_times', {
  title: 'Days you are away, and times you opened',
  section: 'mentoring',
  purpose: 'To offer your free times, and no others',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { keep: '30 days', from: 'endsAt', because: 'a day that is over offers nothing' },
  exportedAs: 'mentoring/single-times.json',
  editedAt: '/mentor/away',
  columns: {
    id: plain(DataTypes.UUID, key),
    mentorId: person('mentor'),
    kind: personal(DataTypes.TEXT, { category: 'preference' }),
    startsAt: personal(DataTypes.DATE, { category: 'preference', label: 'from' }),
    endsAt: personal(DataTypes.DATE, { category: 'preference', label: 'until' }),
  },
})
