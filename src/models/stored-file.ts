import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** A file somebody uploaded. A trigger removes its object from storage when the row goes, however it goes. */
export class StoredFile extends Row<StoredFile> {
  declare id: CreationOptional<string>
  declare ownerId: CreationOptional<string | null>
  declare ticketId: CreationOptional<string | null>
  declare replyId: CreationOptional<string | null>
  declare purpose: 'photo' | 'attachment'
  declare storageKey: string
  declare name: string
  declare mediaType: string
  declare bytes: number
  declare sha256: string
  declare createdAt: CreationOptional<Date>
}

table(StoredFile, 'files', {
  title: 'Files you uploaded',
  section: 'activity',
  purpose: 'To show your photo, and to see what you attached to a ticket',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: ['ownerId', 'ticketId'] },
  exportedAs: 'uploads/files.json',
  editedAt: '/settings/profile',
  partOf: { table: 'tickets', by: 'ticketId', named: 'ref' },
  objects: { key: 'storageKey', exported: true },
  columns: {
    id: plain(DataTypes.UUID, key),
    ownerId: person('uploader'),
    ticketId: plain(DataTypes.UUID),
    replyId: plain(DataTypes.UUID),
    purpose: plain(DataTypes.TEXT),
    storageKey: plain(DataTypes.TEXT),
    name: personal(DataTypes.TEXT, { category: 'correspondence', seenBy: ['staff'] }),
    mediaType: plain(DataTypes.TEXT),
    bytes: plain(DataTypes.INTEGER),
    sha256: plain(DataTypes.TEXT),
    createdAt: plain(DataTypes.DATE, today),
  },
})
