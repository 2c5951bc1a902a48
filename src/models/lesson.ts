import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'
import type { Course } from './course.ts'
import type { LessonFile } from './lesson-file.ts'
import { Row } from './row.ts'
import type { Video } from './video.ts'

export const lessonKinds = ['video', 'text', 'file'] as const
export type LessonKind = (typeof lessonKinds)[number]

export class Lesson extends Row<Lesson> {
  declare id: CreationOptional<string>
  declare courseId: string
  declare sectionId: string
  declare authorId: string | null
  declare position: number
  declare title: string
  declare kind: LessonKind
  /** Markdown: the lesson itself, or what stands below its video or file. */
  declare body: CreationOptional<string>
  declare transcript: CreationOptional<string | null>
  /** WebVTT. */
  declare captions: CreationOptional<string | null>
  /** Open to everyone, before they take the course. */
  declare isPreview: CreationOptional<boolean>
  declare createdAt: CreationOptional<Date>
  /** Taken out of the course; whoever had progress in it keeps that. */
  declare archivedAt: CreationOptional<Date | null>
  declare course?: NonAttribute<Course>
  declare video?: NonAttribute<Video | null>
  declare files?: NonAttribute<LessonFile[]>
}

const words = { category: 'opinion', seenBy: ['everyone'], onErasure: scrubbed } as const

table(Lesson, 'lessons', {
  title: 'Lessons of your courses',
  section: 'teaching',
  purpose: 'To teach those who take your courses',
  lawfulBasis: 'contract',
  onErasure: 'anonymised',
  retention: { asLongAs: 'courseId' },
  exportedAs: 'teaching/lessons.json',
  editedAt: '/teach',
  partOf: { table: 'courses', by: 'courseId', named: 'slug' },
  columns: {
    id: plain(DataTypes.UUID, key),
    courseId: plain(DataTypes.UUID),
    sectionId: plain(DataTypes.UUID),
    authorId: person('author'),
    position: plain(DataTypes.INTEGER),
    title: personal(DataTypes.TEXT, words),
    kind: plain(DataTypes.TEXT),
    body: personal(DataTypes.TEXT, words, { defaultValue: '' }),
    transcript: personal(DataTypes.TEXT, words),
    captions: personal(DataTypes.TEXT, { ...words, seenBy: ['everyone', 'bunny'] }),
    isPreview: plain(DataTypes.BOOLEAN, { defaultValue: false }),
    createdAt: plain(DataTypes.DATE, today),
    archivedAt: plain(DataTypes.DATE),
  },
})
