import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { Forbidden, Unauthenticated } from '../errors.ts'
import type { User, UserRole } from '../models/user.ts'

declare module 'express-serve-static-core' {
  interface Request {
    user?: User
  }
}

/** Shows every page who is signed in: the session brought them along. */
export function loadUser(req: Request, res: Response, next: NextFunction) {
  res.locals.currentUser = req.user
  next()
}

/** The signed-in visitor, for controllers whose route is not open to `anyone`. */
export function currentUser(req: Request): User {
  if (!req.user) throw new Unauthenticated()
  return req.user
}

export const anyone: RequestHandler = (_req, _res, next) => next()

/** Whoever has an account, also while it is suspended or leaving: to read invoices, take their data and ask for help. */
export const holders: RequestHandler = (req, _res, next) => next(req.user ? undefined : new Unauthenticated())

/** Whoever has an account in good standing, also in their days of grace: to keep what they promised, or call it off. */
export const attendees: RequestHandler = (req, _res, next) => {
  if (currentUser(req).suspendedAt) throw new Forbidden(suspended)
  next()
}

/** Whoever has an account in good standing. */
export const members: RequestHandler = (req, res, next) =>
  attendees(req, res, () => (currentUser(req).isLeaving ? res.leaveFor('/settings/delete') : next()))

/** Whoever teaches here, in good standing. */
export const mentors: RequestHandler = (req, res, next) => {
  if (currentUser(req).role !== 'mentor') throw new Forbidden()
  members(req, res, next)
}

export const staff = only('support', 'privacy', 'admin')
export const officers = only('privacy', 'admin')
export const admins = only('admin')

/** Every route names one of these first. */
export const audiences = { anyone, holders, attendees, members, mentors, staff, officers, admins }

const suspended =
  'Your account is suspended. You can still read your invoices, take your data with you, and write to support.'

function only(...roles: UserRole[]): RequestHandler {
  return (req, _res, next) => {
    const user = currentUser(req)
    next(roles.includes(user.role) && !user.suspendedAt ? undefined : new Forbidden())
  }
}
