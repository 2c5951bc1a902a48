import { type CreationOptional, DataTypes, Op } from 'sequelize'
import { duty, key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

export type AlarmKind =
  | 'task given up'
  | 'job failed'
  | 'erasure failed'
  | 'residue found'
  | 'fuse blown'
  | 'promise broken'
  | 'payment differs'
  | 'refund failed'
  | 'dispute due'
  | 'deadline near'
  | 'deadline passed'
  | 'session without link'

const MOST_SHOWN = 100

/** Something that a person of our staff has to look at. Its detail names rows by id, never people. */
export class Alarm extends Row<Alarm> {
  declare id: CreationOptional<string>
  declare kind: AlarmKind
  declare detail: string
  declare createdAt: CreationOptional<Date>
  declare resolvedBy: CreationOptional<string | null>
  declare resolvedAt: CreationOptional<Date | null>

  /** Rings once: an alarm that is still open is not repeated every night. */
  static async ring(kind: AlarmKind, detail: string) {
    const open = await Alarm.findOne({ where: { kind, detail, resolvedAt: null } })
    return open ?? Alarm.create({ kind, detail })
  }

  /** Falls silent by itself: what it rang for has been put right. */
  static settle(kind: AlarmKind, detail: string, now: Date) {
    return Alarm.update({ resolvedAt: now }, { where: { kind, detail, resolvedAt: null } })
  }

  /** Whether it rang before, and was dealt with. */
  static async hasRung(kind: AlarmKind, detail: string) {
    return (await Alarm.count({ where: { kind, detail, resolvedAt: { [Op.ne]: null } } })) > 0
  }

  static open() {
    return Alarm.findAll({ where: { resolvedAt: null }, order: [['createdAt', 'desc']], limit: MOST_SHOWN })
  }

  resolve({ id }: { id: string }, now: Date) {
    return this.update({ resolvedBy: id, resolvedAt: now })
  }
}

table(Alarm, 'alarms', {
  purpose: 'To bring what failed before a person',
  retention: { keep: '1 year', from: 'resolvedAt', because: 'what was mended is history' },
  columns: {
    id: plain(DataTypes.UUID, key),
    kind: plain(DataTypes.TEXT),
    detail: plain(DataTypes.TEXT),
    createdAt: plain(DataTypes.DATE, today),
    resolvedBy: duty(),
    resolvedAt: plain(DataTypes.DATE),
  },
})
