import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'

/** A video at Bunny, which knows it by our random id and by no name. A trigger removes it there when the row goes. */
export class Video extends Row<Video> {
  declare id: CreationOptional<string>
  declare lessonId: string
  declare authorId: string | null
  /** What Bunny calls it. Null until it has been made there. */
  declare guid: CreationOptional<string | null>
  declare state: CreationOptional<'waiting' | 'encoding' | 'ready' | 'failed'>
  declare seconds: CreationOptional<number | null>
  declare createdAt: CreationOptional<Date>
}

table(Video, 'videos', {
  title: 'Videos of your courses',
  section: 'teaching',
  purpose: 'To show your lessons to those who take your courses',
  lawfulBasis: 'contract',
  onErasure: 'anonymised',
  retention: { asLongAs: 'lessonId' },
  exportedAs: 'teaching/videos.json',
  editedAt: '/teach',
  columns: {
    id: plain(DataTypes.UUID, key),
    lessonId: plain(DataTypes.UUID),
    authorId: person('author'),
    guid: personal(DataTypes.TEXT, {
      category: 'opinion',
      label: 'the video itself, kept at Bunny as',
      seenBy: ['everyone', 'bunny'],
      onErasure: kept('those who took the course keep what they took'),
    }),
    state: plain(DataTypes.TEXT, { defaultValue: 'waiting' }),
    seconds: plain(DataTypes.INTEGER),
    createdAt: plain(DataTypes.DATE, today),
  },
})
