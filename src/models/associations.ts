import {
  Booking,
  BookingEvent,
  BookingMove,
  CartItem,
  Certificate,
  Comment,
  Coupon,
  CouponUse,
  Course,
  CourseSection,
  Dispute,
  Enrolment,
  Invoice,
  LegalHold,
  Lesson,
  LessonFile,
  Meeting,
  MentorApplication,
  MentorProfile,
  Order,
  OrderItem,
  Refund,
  Report,
  Review,
  Session,
  SessionReview,
  SessionType,
  SessionVisit,
  SignIn,
  StaffAction,
  StoredFile,
  Ticket,
  TicketNote,
  TicketReply,
  TimeWish,
  User,
  Video,
  WishlistItem,
} from './all.ts'

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
Report.belongsTo(SessionReview, { as: 'sessionReview', foreignKey: 'sessionReviewId' })
Report.belongsTo(User, { as: 'decider', foreignKey: 'decidedBy' })
MentorApplication.belongsTo(User, { as: 'member', foreignKey: 'memberId' })
MentorProfile.belongsTo(User, { as: 'mentor', foreignKey: 'mentorId' })
Booking.belongsTo(User, { as: 'mentor', foreignKey: 'mentorId' })
Booking.belongsTo(User, { as: 'mentee', foreignKey: 'menteeId' })
Booking.belongsTo(SessionType, { as: 'type', foreignKey: 'typeId' })
Booking.hasMany(BookingEvent, { as: 'events', foreignKey: 'bookingId' })
Booking.hasMany(BookingMove, { as: 'moves', foreignKey: 'bookingId' })
SessionReview.belongsTo(User, { as: 'writer', foreignKey: 'writerId' })
SessionReview.belongsTo(User, { as: 'subject', foreignKey: 'subjectId' })
Booking.hasOne(Meeting, { as: 'meeting', foreignKey: 'bookingId' })
Booking.hasMany(SessionVisit, { as: 'visits', foreignKey: 'bookingId' })
Meeting.belongsTo(Booking, { as: 'booking', foreignKey: 'bookingId' })
TimeWish.belongsTo(MentorProfile, { as: 'profile', foreignKey: 'profileId' })
Order.belongsTo(User, { as: 'buyer', foreignKey: 'buyerId' })
Order.hasMany(OrderItem, { as: 'items', foreignKey: 'orderId' })
Order.hasMany(Dispute, { as: 'disputes', foreignKey: 'orderId' })
Order.hasMany(Invoice, { as: 'invoices', foreignKey: 'orderId' })
OrderItem.belongsTo(Order, { as: 'order', foreignKey: 'orderId' })
OrderItem.belongsTo(Course, { as: 'course', foreignKey: 'courseId' })
OrderItem.belongsTo(Booking, { as: 'booking', foreignKey: 'bookingId' })
OrderItem.hasMany(Refund, { as: 'refunds', foreignKey: 'orderItemId' })
CartItem.belongsTo(Course, { as: 'course', foreignKey: 'courseId' })
CartItem.belongsTo(Booking, { as: 'booking', foreignKey: 'bookingId' })
CouponUse.belongsTo(Coupon, { as: 'coupon', foreignKey: 'couponId' })
Refund.belongsTo(OrderItem, { as: 'item', foreignKey: 'orderItemId' })
Dispute.belongsTo(Order, { as: 'order', foreignKey: 'orderId' })
Invoice.belongsTo(Order, { as: 'order', foreignKey: 'orderId' })
Invoice.belongsTo(Invoice, { as: 'corrects', foreignKey: 'correctsId' })
