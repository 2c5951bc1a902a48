import { createCourse, createLesson, createLessonFile, createSection, createVideo } from './course-factories.ts'
import {
  createAccountToken,
  createConsent,
  createDisclosure,
  createExport,
  createExportDownload,
  createLegalHold,
  createMail,
  createSession,
  createSignIn,
  createStaffAction,
  createStoredFile,
  createTicket,
  createTicketNote,
  createTicketReply,
  createUser,
} from './factories.ts'
import { createInvoice } from './invoice-factory.ts'
import {
  createCertificate,
  createComment,
  createEnrolment,
  createLessonNote,
  createProgress,
  createReport,
  createReview,
  createReviewVersion,
  createUsageEvent,
  createWishlistItem,
} from './learning-factories.ts'
import {
  createApplication,
  createBooking,
  createCalendarFeed,
  createMeeting,
  createMentorProfile,
  createSessionReview,
  createSessionType,
  createSessionVisit,
  createSingleTime,
  createTimeWish,
  createWeeklyHour,
} from './mentoring-factories.ts'
import {
  createCartItem,
  createCouponUse,
  createDispute,
  createOrder,
  createOrderItem,
  createPayout,
  createRefund,
  createSellerAccount,
  createStripeCustomer,
  createStripeTrace,
} from './shop-factories.ts'

// biome-ignore lint/suspicious/noExplicitAny: each takes the overrides of its own table
type Factory = (overrides: any) => Promise<unknown>

/** One for every table about people: whoever adds a table adds its factory, and the canary test covers it. */
export const factories: Record<string, Factory> = {
  users: createUser,
  sign_ins: createSignIn,
  sessions: createSession,
  account_tokens: createAccountToken,
  consents: createConsent,
  tickets: createTicket,
  ticket_replies: createTicketReply,
  ticket_notes: createTicketNote,
  files: createStoredFile,
  exports: createExport,
  export_downloads: createExportDownload,
  legal_holds: createLegalHold,
  disclosures: createDisclosure,
  staff_actions: createStaffAction,
  mails: createMail,
  courses: createCourseWithLearner,
  course_sections: createSection,
  lessons: createLesson,
  videos: createVideo,
  lesson_files: createLessonFile,
  enrolments: createEnrolment,
  lesson_progress: createProgress,
  lesson_notes: createLessonNote,
  certificates: createCertificate,
  wishlist_items: createWishlistItem,
  reviews: createReview,
  review_versions: createReviewVersion,
  comments: createComment,
  reports: createReport,
  usage_events: createUsageEvent,
  mentor_applications: createApplication,
  mentor_profiles: createMentorProfile,
  session_types: createSessionType,
  weekly_hours: createWeeklyHour,
  single_times: createSingleTime,
  bookings: createBooking,
  session_reviews: createSessionReview,
  meetings: createMeeting,
  session_visits: createSessionVisit,
  calendar_feeds: createCalendarFeed,
  time_wishes: createTimeWish,
  orders: createOrder,
  order_items: createOrderItem,
  refunds: createRefund,
  disputes: createDispute,
  invoices: createInvoice,
  cart_items: createCartItem,
  coupon_uses: createCouponUse,
  stripe_customers: createStripeCustomer,
  stripe_traces: createStripeTrace,
  seller_accounts: createSellerAccount,
  payouts: createPayout,
}

/** What nobody took goes with its author; what somebody took stays, and is what there is to look at. */
async function createCourseWithLearner(overrides: object) {
  const course = await createCourse(overrides)
  await createEnrolment({ courseId: course.id })
  return course
}
