import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'
import type { Lesson } from './lesson.ts'
import { Row } from './row.ts'

/** A chapter of a course. */
export class CourseSection extends Row<CourseSection> {
  declare id: CreationOptional<string>
  declare courseId: string
  declare authorId: string | null
  declare position: number
  declare title: string
  declare lessons?: NonAttribute<Lesson[]>
}

table(CourseSection, 'course_sections', {
  title: 'Chapters of your courses',
  section: 'teaching',
  purpose: 'To teach those who take your courses',
  lawfulBasis: 'contract',
  onErasure: 'anonymised',
  retention: { asLongAs: 'courseId' },
  exportedAs: 'teaching/sections.json',
  editedAt: '/teach',
  partOf: { table: 'courses', by: 'courseId', named: 'slug' },
  columns: {
    id: plain(DataTypes.UUID, key),
    courseId: plain(DataTypes.UUID),
    authorId: person('author'),
    position: plain(DataTypes.INTEGER),
    title: personal(DataTypes.TEXT, { category: 'opinion', seenBy: ['everyone'], onErasure: scrubbed }),
  },
})
