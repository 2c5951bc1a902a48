import { config } from '../../config.ts'
import type { BookingState } from '../../models/booking.ts'
import type { Matter } from './matters.ts'

type Terms = {
  subject: string
  /** What the letter is about, which says where it goes. */
  about: Matter
  /** As long as a session stands so the letter is true. Later it is not sent; without any it always is. */
  states?: BookingState[]
  /** Why this person gets it: the last line of the letter. */
  because: string
  /** Goes only to who said yes, and can be ended with one click (P08, P25). All others are asked for or needed. */
  marketing?: true
}

const site = config.siteName
const yourAddress = `This address belongs to an account at ${site}.`
const somebodyGaveIt = `Somebody gave this address to ${site}.`
const youApplied = `You applied as a mentor at ${site}.`
const ofSession = { about: 'session', because: `You have a session at ${site}.` } as const
const youBought = `You bought something at ${site}.`
const yourTicket = `You wrote to the support of ${site}.`

/** Every letter we write, by the name of its two views in views/mail. */
const list = {
  'verify-address': { subject: 'Confirm your address', about: 'token', because: somebodyGaveIt },
  'account-exists': { subject: 'You already have an account', about: 'account', because: yourAddress },
  'reset-password': { subject: 'Choose a new password', about: 'token', because: yourAddress },
  'password-changed': { subject: 'Your password was changed', about: 'account', because: yourAddress },
  'confirm-new-address': { subject: 'Confirm your new address', about: 'token', because: somebodyGaveIt },
  'email-changed': { subject: 'Your address was changed', about: 'token', because: yourAddress },
  'new-sign-in': { subject: 'A sign-in from a new place', about: 'account', because: yourAddress },
  'ticket-opened': { subject: 'We have your question', about: 'ticket', because: yourTicket },
  'ticket-answered': { subject: 'Support has answered you', about: 'ticket', because: yourTicket },
  'ticket-resolved': { subject: 'Your ticket is resolved', about: 'ticket', because: yourTicket },
  'words-removed': { subject: 'Something you wrote was taken down', about: 'removal', because: yourAddress },
  'booking-requested': { subject: 'Somebody asks for a session', ...ofSession, states: ['requested'] },
  'booking-confirmed': { subject: 'Your session is agreed', ...ofSession, states: ['confirmed'] },
  'booking-declined': { subject: 'Your session does not come about', ...ofSession, states: ['declined', 'expired'] },
  'booking-cancelled': { subject: 'Your session is cancelled', ...ofSession, states: ['cancelled'] },
  'booking-move': { subject: 'Another time for your session?', ...ofSession, states: ['confirmed'] },
  'move-withdrawn': { subject: 'The time of your session stays', ...ofSession, states: ['confirmed'] },
  'request-waits': { subject: 'Somebody waits for your answer', ...ofSession, states: ['requested'] },
  'reminder-day': { subject: 'Your session is coming up', ...ofSession, states: ['confirmed'] },
  'reminder-hour': { subject: 'Your session begins soon', ...ofSession, states: ['confirmed'] },
  'time-opened': { subject: 'A time has opened', about: 'wish', because: 'You asked us to tell you.' },
  'how-was-it': { subject: 'How was your session?', ...ofSession, states: ['confirmed', 'completed'] },
  receipt: { subject: 'What you bought', about: 'order', because: youBought },
  'invoice-corrected': { subject: 'Your invoice is issued anew', about: 'order', because: youBought },
  refunded: { subject: 'Your money is on its way to you', about: 'refund', because: youBought },
  'time-gone': { subject: 'Your time was taken, and your money comes back', about: 'refund', because: youBought },
  'bought-twice': { subject: 'You have it already, so your money comes back', about: 'refund', because: youBought },
  'export-ready': { subject: 'Your data is ready', about: 'export', because: 'You asked us for your data.' },
  'deletion-asked': { subject: 'Your account will be deleted', about: 'leaving', because: yourAddress },
  'deletion-cancelled': { subject: 'Your account stays', about: 'account', because: yourAddress },
  'account-erased': {
    subject: 'Your account is deleted',
    about: 'erasure',
    because: 'You asked us to delete your account.',
  },
  'application-accepted': { subject: 'Welcome among the mentors', about: 'account', because: youApplied },
  'application-returned': { subject: 'A question about your application', about: 'account', because: youApplied },
  'application-refused': { subject: 'We have answered your application', about: 'account', because: youApplied },
  'first-steps': {
    subject: 'Three ways to begin',
    about: 'account',
    because: 'You said yes to letters about what is new.',
    marketing: true,
  },
} as const satisfies Record<string, Terms>

export type Template = keyof typeof list

export const templates: Record<Template, Terms> = list
