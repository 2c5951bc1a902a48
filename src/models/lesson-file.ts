import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'

/** A file that a lesson hands out. A trigger removes its object from storage when the row goes, however it goes. */
export class LessonFile extends Row<LessonFile> {
  declare id: CreationOptional<string>
  declare lessonId: string
  declare authorId: string | null
  declare storageKey: string
  declare name: string
  declare mediaType: string
  declare bytes: number
  declare sha256: string
  declare createdAt: CreationOptional<Date>
}

table(LessonFile, 'lesson_files', {
  title: 'Files of your lessons',
  section: 'teaching',
  purpose: 'To hand them to those who take your courses',
  lawfulBasis: 'contract',
  onErasure: 'anonymised',
  retention: { asLongAs: 'lessonId' },
  exportedAs: 'teaching/files.json',
  editedAt: '/teach',
  objects: { key: 'storageKey', exported: true },
  columns: {
    id: plain(DataTypes.UUID, key),
    lessonId: plain(DataTypes.UUID),
    authorId: person('author'),
    storageKey: plain(DataTypes.TEXT),
    name: personal(DataTypes.TEXT, {
      category: 'opinion',
      seenBy: ['everyone'],
      onErasure: kept('those who took the course keep what they took'),
    }),
    mediaType: plain(DataTypes.TEXT),
    bytes: plain(DataTypes.INTEGER),
    sha256: plain(DataTypes.TEXT),
    createdAt: plain(DataTypes.DATE, today),
  },
})
