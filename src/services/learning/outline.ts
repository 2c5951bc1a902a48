import { prepare } from '../../lib/prepared.ts'
import type { LessonKind } from '../../models/lesson.ts'

/** A lesson as its course lists it, with how far its learner is. */
export type Step = {
  id: string
  title: string
  kind: LessonKind
  sectionId: string
  section: string
  seconds: number | null
  completedAt: Date | null
  completedHow: 'watched' | 'marked' | null
  /** In whole seconds: where they stopped, and how many different ones they have seen. */
  position: number
  seen: number
  beatAt: Date | null
}

/** The live lessons of a course in their order. What was archived counts no more, whoever has done it. */
export class Outline {
  readonly steps: Step[]

  constructor(steps: Step[]) {
    this.steps = steps
  }

  get sections() {
    const sections = new Map<string, { title: string; steps: Step[] }>()
    for (const step of this.steps) {
      const section = sections.get(step.sectionId) ?? { title: step.section, steps: [] }
      section.steps.push(step)
      sections.set(step.sectionId, section)
    }
    return [...sections.values()]
  }

  get done() {
    return this.steps.filter(({ completedAt }) => completedAt).length
  }

  get total() {
    return this.steps.length
  }

  get percent() {
    return percent(this.done, this.total)
  }

  get isComplete() {
    return this.total > 0 && this.done === this.total
  }

  /** What was watched last and is not complete, or else the first that is open behind it, or before it. */
  get next() {
    const last = this.steps.filter(({ beatAt }) => beatAt).toSorted((one, other) => +other.beatAt! - +one.beatAt!)[0]
    const from = last ? this.steps.indexOf(last) : 0
    return [...this.steps.slice(from), ...this.steps.slice(0, from)].find(({ completedAt }) => !completedAt)
  }

  get isBegun() {
    return this.steps.some(({ beatAt }) => beatAt)
  }

  /** A lesson and those on both sides of it. */
  around(id: string) {
    const index = this.steps.findIndex((step) => step.id === id)
    return { step: this.steps[index], previous: this.steps[index - 1], following: this.steps[index + 1] }
  }
}

const steps = prepare<Step>(`
  select lessons.id, lessons.title, kind, course_sections.id as "sectionId", course_sections.title as section, seconds,
    completed_at as "completedAt", completed_how as "completedHow", beat_at as "beatAt",
    coalesce(lesson_progress.position, 0) as position, seconds_in(watched, seconds) as seen
  from lessons
  join course_sections on course_sections.id = section_id
  left join videos on videos.lesson_id = lessons.id
  left join lesson_progress on lesson_progress.lesson_id = lessons.id and learner_id = $learner
  where lessons.course_id = $course and archived_at is null
  order by course_sections.position, lessons.position`)

/** One statement. Without a learner it is the course as nobody has begun it. */
export async function outlineOf({ id: course }: { id: string }, learner: string | null) {
  return new Outline(await steps({ course, learner }))
}

/** Never a hundred before everything is done. */
export function percent(done: number, total: number) {
  return total === 0 ? 0 : Math.floor((100 * done) / total)
}
