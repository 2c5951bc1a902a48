import { randomBytes } from 'node:crypto'
import {
  Certificate,
  Comment,
  Enrolment,
  LessonNote,
  LessonProgress,
  Report,
  Review,
  ReviewVersion,
  UsageDay,
  UsageEvent,
  WishlistItem,
} from '../../src/models/index.ts'
import { createCourse, createLesson, idOr, type Some } from './course-factories.ts'
import { createUser } from './factories.ts'

/** Each factory makes a row that is valid by itself; a test names only what it cares about. */

export async function createEnrolment(overrides: Some<Enrolment> = {}) {
  return Enrolment.create({
    learnerId: (await idOr(overrides.learnerId, createUser))!,
    courseId: overrides.courseId ?? (await createCourse()).id,
    ...overrides,
  })
}

export async function createProgress(overrides: Some<LessonProgress> = {}) {
  return LessonProgress.create({
    learnerId: (await idOr(overrides.learnerId, createUser))!,
    lessonId: overrides.lessonId ?? (await createLesson()).id,
    ...overrides,
    completedHow: overrides.completedAt ? 'marked' : null,
  })
}

export async function createLessonNote(overrides: Some<LessonNote> = {}) {
  return LessonNote.create({
    learnerId: (await idOr(overrides.learnerId, createUser))!,
    lessonId: overrides.lessonId ?? (await createLesson()).id,
    body: 'Measure twice.',
    ...overrides,
  })
}

export async function createCertificate(overrides: Some<Certificate> = {}) {
  const learnerId = (await idOr(overrides.learnerId, createUser))!
  const enrolmentId = overrides.enrolmentId ?? (await createEnrolment({ finishedAt: new Date() })).id
  return Certificate.create({ learnerId, enrolmentId, code: randomBytes(10).toString('hex'), ...overrides })
}

export async function createWishlistItem(overrides: Some<WishlistItem> = {}) {
  return WishlistItem.create({
    memberId: (await idOr(overrides.memberId, createUser))!,
    courseId: (await createCourse()).id,
    priceSeenMinor: 4900,
    currency: 'EUR',
    ...overrides,
  })
}

export async function createReview(overrides: Some<Review> = {}) {
  return Review.create({
    courseId: overrides.courseId ?? (await createCourse()).id,
    writerId: await idOr(overrides.writerId, createUser),
    enrolmentId: null,
    rating: 4,
    body: 'Clear, patient and well paced.',
    ...overrides,
  })
}

export async function createReviewVersion(overrides: Some<ReviewVersion> = {}) {
  return ReviewVersion.create({
    reviewId: overrides.reviewId ?? (await createReview()).id,
    writerId: await idOr(overrides.writerId, createUser),
    rating: 2,
    body: 'Too fast for me.',
    ...overrides,
  })
}

export async function createComment(overrides: Some<Comment> = {}) {
  return Comment.create({
    lessonId: overrides.lessonId ?? (await createLesson()).id,
    writerId: await idOr(overrides.writerId, createUser),
    body: 'Which chisel is that?',
    ...overrides,
  })
}

export async function createReport(overrides: Some<Report> = {}) {
  return Report.create({
    reporterId: await idOr(overrides.reporterId, createUser),
    commentId: overrides.reviewId ? null : (await createComment()).id,
    reason: 'spam',
    ...overrides,
  })
}

export function createUsageEvent(overrides: Some<UsageEvent> = {}) {
  const counted = { what: 'page', page: '/courses', browser: 'Firefox', os: 'Linux' } as const
  return UsageEvent.create({ memberId: null, ...counted, ...overrides })
}

export function createUsageDay(overrides: Some<UsageDay> = {}) {
  const sum = {
    day: '2026-11-24',
    what: 'page',
    page: '/courses',
    browser: 'Firefox',
    os: 'Linux',
    times: 9,
    people: 5,
  }
  return UsageDay.create({ ...sum, ...overrides })
}
