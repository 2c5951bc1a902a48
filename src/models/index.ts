/** The domain on one screen: every model, and how they belong together. */

import { AccountToken } from './account-token.ts'
import { Alarm } from './alarm.ts'
import { Consent } from './consent.ts'
import { Disclosure } from './disclosure.ts'
import { Erasure } from './erasure.ts'
import { Export } from './export.ts'
import { ExportDownload } from './export-download.ts'
import { JobRun } from './job-run.ts'
import { LegalHold } from './legal-hold.ts'
import { Mail } from './mail.ts'
import { PromiseCheck } from './promise-check.ts'
import { RateLimit } from './rate-limit.ts'
import { SealedEnvelope } from './sealed-envelope.ts'
import { Session } from './session.ts'
import { SignIn } from './sign-in.ts'
import { StaffAction } from './staff-action.ts'
import { StoredFile } from './stored-file.ts'
import { Ticket } from './ticket.ts'
import { TicketNote } from './ticket-note.ts'
import { TicketReply } from './ticket-reply.ts'
import { User } from './user.ts'

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

export {
  AccountToken,
  Alarm,
  Consent,
  Disclosure,
  Erasure,
  Export,
  ExportDownload,
  JobRun,
  LegalHold,
  Mail,
  PromiseCheck,
  RateLimit,
  SealedEnvelope,
  Session,
  SignIn,
  StaffAction,
  StoredFile,
  Ticket,
  TicketNote,
  TicketReply,
  User,
}
