import type { Level, Topic } from '../../src/models/course.ts'

/** A video of so many seconds, a text to read, or a file to take along with what it holds. The first one is free to see. */
export type LessonSeed = { title: string } & (
  | { seconds: number; below?: string; transcript?: string; captions?: string }
  | { text: string }
  | { file: string; holds: string; below: string }
)

export type CourseSeed = {
  slug: string
  title: string
  summary: string
  description: string
  outcomes: string[]
  topic: Topic
  level: Level
  euros: number
  /** Published so many days ago. A draft is as old as that. */
  days: number
  /** Not published yet. */
  isDraft?: true
  /** Taken off sale so many days ago; those who took it keep it. */
  closed?: number
  /** By the title of their chapter. */
  lessons: Record<string, LessonSeed[]>
}

/** The clip that our simulator of Bunny plays for every video: a course of such videos can be watched to its end. */
export const CLIP_SECONDS = 20
