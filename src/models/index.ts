/** The domain on one screen: every model, and how they belong together. */

import { AccountToken } from './account-token.ts'
import { Alarm } from './alarm.ts'
import { Booking } from './booking.ts'
import { BookingEvent } from './booking-event.ts'
import { BookingMove } from './booking-move.ts'
import { Certificate } from './certificate.ts'
import { Comment } from './comment.ts'
import { Consent } from './consent.ts'
import { Course } from './course.ts'
import { CourseSection } from './course-section.ts'
import { Disclosure } from './disclosure.ts'
import { Enrolment } from './enrolment.ts'
import { Erasure } from './erasure.ts'
import { Export } from './export.ts'
import { ExportDownload } from './export-download.ts'
import { JobRun } from './job-run.ts'
import { LegalHold } from './legal-hold.ts'
import { Lesson } from './lesson.ts'
import { LessonFile } from './lesson-file.ts'
import { LessonNote } from './lesson-note.ts'
import { LessonProgress } from './lesson-progress.ts'
import { Mail } from './mail.ts'
import { MentorApplication } from './mentor-application.ts'
import { MentorProfile } from './mentor-profile.ts'
import { PromiseCheck } from './promise-check.ts'
import { RateLimit } from './rate-limit.ts'
import { Report } from './report.ts'
import { Review } from './review.ts'
import { ReviewVersion } from './review-version.ts'
import { SealedEnvelope } from './sealed-envelope.ts'
import { Session } from './session.ts'
import { SessionReview } from './session-review.ts'
import { SessionType } from './session-type.ts'
import { SignIn } from './sign-in.ts'
import { SingleTime } from './single-time.ts'
import { StaffAction } from './staff-action.ts'
import { StoredFile } from './stored-file.ts'
import { Ticket } from './ticket.ts'
import { TicketNote } from './ticket-note.ts'
import { TicketReply } from './ticket-reply.ts'
import { UsageDay } from './usage-day.ts'
import { UsageEvent } from './usage-event.ts'
import { User } from './user.ts'
import { Video } from './video.ts'
import { WeeklyHour } from './weekly-hour.ts'
import { WishlistItem } from './wishlist-item.ts'

User.belongsTo(StoredFile, { as: 'photo', foreignKey: 'photoId', constraints: false })
Session.belongsTo(SignIn, { as: 'signIn', foreignKey: 'signInId', constraints: false })
Ticket.belongsTo(User, { as: 'requester', foreignKey: 'requesterId' })
Ticket.belongsTo(User, { as: 'assignee', foreignKey: 'assigneeId' })
Ticket.hasMany(TicketReply, { as: 'replies', foreignKey: 'ticketId' })
TicketReply.belongsTo(User, { as: 'staff', foreignKey: 'staffId' })
TicketReply.hasMany(StoredFile, { as: 'attachments', foreignKey: 'replyId' })
TicketNote.belongsTo(User, { as: 'staff', foreignKey: 'staffId' })
StaffAction.belongsTo(User, { as: 'staff', foreignKey: 'staffId' })
StaffAction.belongsTo(User, { as: 'about', foreignKey: 'aboutId' })
StaffAction.belongsTo(Ticket, { as: 'ticket', foreignKey: 'ticketId' })
LegalHold.belongsTo(User, { as: 'placer', foreignKey: 'placedBy' })
Course.belongsTo(User, { as: 'author', foreignKey: 'authorId' })
Course.hasMany(CourseSection, { as: 'sections', foreignKey: 'courseId' })
CourseSection.hasMany(Lesson, { as: 'lessons', foreignKey: 'sectionId' })
Course.hasMany(Enrolment, { as: 'enrolments', foreignKey: 'courseId' })
Lesson.belongsTo(Course, { as: 'course', foreignKey: 'courseId' })
Lesson.hasOne(Video, { as: 'video', foreignKey: 'lessonId' })
Lesson.hasMany(LessonFile, { as: 'files', foreignKey: 'lessonId' })
Enrolment.belongsTo(Course, { as: 'course', foreignKey: 'courseId' })
Certificate.belongsTo(Enrolment, { as: 'enrolment', foreignKey: 'enrolmentId' })
WishlistItem.belongsTo(Course, { as: 'course', foreignKey: 'courseId' })
Review.belongsTo(User, { as: 'writer', foreignKey: 'writerId' })
Review.belongsTo(Course, { as: 'course', foreignKey: 'courseId' })
Comment.belongsTo(User, { as: 'writer', foreignKey: 'writerId' })
Comment.belongsTo(Lesson, { as: 'lesson', foreignKey: 'lessonId' })
Report.belongsTo(Review, { as: 'review', foreignKey: 'reviewId' })
Report.belongsTo(Comment, { as: 'comment', foreignKey: 'commentId' })
Report.belongsTo(User, { as: 'decider', foreignKey: 'decidedBy' })
MentorApplication.belongsTo(User, { as: 'member', foreignKey: 'memberId' })
MentorProfile.belongsTo(User, { as: 'mentor', foreignKey: 'mentorId' })
Booking.belongsTo(User, { as: 'mentor', foreignKey: 'mentorId' })
Booking.belongsTo(User, { as: 'mentee', foreignKey: 'menteeId' })
Booking.belongsTo(SessionType, { as: 'type', foreignKey: 'typeId' })
Booking.hasMany(BookingEvent, { as: 'events', foreignKey: 'bookingId' })
Booking.hasMany(BookingMove, { as: 'moves', foreignKey: 'bookingId' })
SessionReview.belongsTo(User, { as: 'writer', foreignKey: 'writerId' })

export {
  AccountToken,
  Alarm,
  Booking,
  BookingEvent,
  BookingMove,
  Certificate,
  Comment,
  Consent,
  Course,
  CourseSection,
  Disclosure,
  Enrolment,
  Erasure,
  Export,
  ExportDownload,
  JobRun,
  LegalHold,
  Lesson,
  LessonFile,
  LessonNote,
  LessonProgress,
  Mail,
  MentorApplication,
  MentorProfile,
  PromiseCheck,
  RateLimit,
  Report,
  Review,
  ReviewVersion,
  SealedEnvelope,
  Session,
  SessionReview,
  SessionType,
  SignIn,
  SingleTime,
  StaffAction,
  StoredFile,
  Ticket,
  TicketNote,
  TicketReply,
  UsageDay,
  UsageEvent,
  User,
  Video,
  WeeklyHour,
  WishlistItem,
}
