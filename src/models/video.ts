import { type CreationOptional, DataTypes } from 'sequelize'
import { NotFound } from '../errors.ts'
import { sql } from '../lib/sql.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'

/** A video at Bunny, which knows it by our random id and by no name. A trigger removes it there when it is named no more. */
export class Video extends Row<Video> {
  declare id: CreationOptional<string>
  declare lessonId: string
  declare authorId: string | null
  /** What Bunny calls it. Null until the first has arrived there. */
  declare guid: CreationOptional<string | null>
  /** The one that is being sent. It takes the place of the other once it is there. */
  declare incomingGuid: CreationOptional<string | null>
  declare state: CreationOptional<'waiting' | 'encoding' | 'ready' | 'failed'>
  declare seconds: CreationOptional<number | null>
  declare createdAt: CreationOptional<Date>

  /** The video of a lesson, in which the film of that guid is awaited from now on. Throws NotFound where the lesson is gone. */
  static async awaitFor({ id: lesson }: { id: string }, { id, guid }: { id: string; guid: string }, now: Date) {
    await sql(
      `insert into videos (id, lesson_id, author_id, incoming_guid, state, created_at)
       select $id, id, author_id, $guid, 'waiting', $now from lessons where id = $lesson
       on conflict (lesson_id) do update set incoming_guid = excluded.incoming_guid`,
      { id, lesson, guid, now },
    )
    return Video.findOne({ where: { incomingGuid: guid }, rejectOnEmpty: new NotFound('lesson') })
  }
}

const film = {
  category: 'opinion',
  onErasure: kept('those who took the course keep what they took'),
} as const

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
      ...film,
      label: 'the video itself, kept at Bunny as',
      seenBy: ['everyone', 'bunny'],
    }),
    incomingGuid: personal(DataTypes.TEXT, { ...film, label: 'a video on its way to Bunny', seenBy: ['bunny'] }),
    state: plain(DataTypes.TEXT, { defaultValue: 'waiting' }),
    seconds: plain(DataTypes.INTEGER),
    createdAt: plain(DataTypes.DATE, today),
  },
})
