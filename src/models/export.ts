import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

export const MOST_DOWNLOADS = 5

/** A request for everything we hold (P15–P21), and the ZIP that answers it for a week. */
export class Export extends Row<Export> {
  declare id: CreationOptional<string>
  declare userId: string
  declare ticketId: CreationOptional<string | null>
  declare status: CreationOptional<'waiting' | 'packing' | 'ready' | 'failed' | 'expired' | 'stopped'>
  declare parts: CreationOptional<number>
  declare partsDone: CreationOptional<number>
  declare storageKey: CreationOptional<string | null>
  declare bytes: CreationOptional<string | number | null>
  declare sha256: CreationOptional<string | null>
  declare downloads: CreationOptional<number>
  declare dueAt: Date
  declare createdAt: CreationOptional<Date>
  declare startedAt: CreationOptional<Date | null>
  declare finishedAt: CreationOptional<Date | null>
  declare expiresAt: CreationOptional<Date | null>

  static latestOf({ id }: { id: string }) {
    return Export.findOne({ where: { userId: id }, order: [['createdAt', 'DESC']] })
  }

  get isUnderWay(): NonAttribute<boolean> {
    return this.status === 'waiting' || this.status === 'packing'
  }

  /** Looks at the clock itself: a file past its week is not handed out even if nobody has removed it yet. */
  canBeDownloadedAt(now: Date) {
    return this.status === 'ready' && this.expiresAt! > now && this.downloads < MOST_DOWNLOADS
  }
}

table(Export, 'exports', {
  title: 'Exports you asked for',
  section: 'privacy',
  purpose: 'To pack your data, and to show that you got it in time',
  lawfulBasis: 'legal obligation',
  onErasure: 'deleted',
  retention: { keep: '3 years', from: 'createdAt', because: 'to show that the request was answered' },
  exportedAs: 'privacy/exports.json',
  editedAt: '/settings/privacy',
  objects: { key: 'storageKey', exported: false },
  columns: {
    id: plain(DataTypes.UUID, key),
    userId: person('member'),
    ticketId: plain(DataTypes.UUID),
    status: personal(DataTypes.TEXT, { category: 'activity', seenBy: ['staff'] }, { defaultValue: 'waiting' }),
    parts: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    partsDone: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    storageKey: plain(DataTypes.TEXT),
    bytes: plain(DataTypes.BIGINT),
    sha256: plain(DataTypes.TEXT),
    downloads: personal(DataTypes.INTEGER, { category: 'activity', seenBy: ['staff'] }, { defaultValue: 0 }),
    dueAt: personal(DataTypes.DATE, { category: 'activity', seenBy: ['staff'] }),
    createdAt: personal(DataTypes.DATE, { category: 'activity', seenBy: ['staff'] }, today),
    startedAt: plain(DataTypes.DATE),
    finishedAt: plain(DataTypes.DATE),
    expiresAt: plain(DataTypes.DATE),
  },
})
