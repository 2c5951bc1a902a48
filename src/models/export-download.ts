import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

export class ExportDownload extends Row<ExportDownload> {
  declare id: CreationOptional<string>
  declare exportId: string
  declare userId: string
  declare browser: string | null
  declare os: string | null
  declare createdAt: CreationOptional<Date>
}

table(ExportDownload, 'export_downloads', {
  title: 'Downloads of your exports',
  section: 'privacy',
  purpose: 'To let you notice a download that was not yours',
  lawfulBasis: 'legitimate interest',
  onErasure: 'deleted',
  retention: { asLongAs: 'exportId' },
  exportedAs: 'privacy/export-downloads.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    exportId: plain(DataTypes.UUID),
    userId: person('member'),
    browser: personal(DataTypes.TEXT, { category: 'technical' }),
    os: personal(DataTypes.TEXT, { category: 'technical' }),
    createdAt: personal(DataTypes.DATE, { category: 'activity' }, today),
  },
})
