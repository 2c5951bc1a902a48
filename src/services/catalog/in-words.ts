import type { Level, Topic } from '../../models/course.ts'
import type { LessonKind } from '../../models/lesson.ts'

/** How courses are spoken of, to those who take them and to those who make them. */

export const topics: Record<Topic, string> = {
  code: 'Programming',
  craft: 'Craft',
  design: 'Design',
  languages: 'Languages',
  music: 'Music',
  money: 'Money',
}

export const levels: Record<Level, string> = {
  beginner: 'First steps',
  intermediate: 'Some practice',
  advanced: 'In the trade',
}

export const kinds: Record<LessonKind, string> = { video: 'Video', text: 'Text', file: 'Files' }
