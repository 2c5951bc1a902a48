import type { NextFunction, Request, Response } from 'express'

type Note = { kind: 'done' | 'warning' | 'problem'; text: string }

declare module 'express-session' {
  interface SessionData {
    flash?: Note
  }
}
declare module 'express-serve-static-core' {
  interface Request {
    /** Leaves a note for the next page this visitor sees. Nothing personal: it is kept in their session. */
    flash(text: string, kind?: Note['kind']): void
  }
}

export function flash(req: Request, res: Response, next: NextFunction) {
  req.flash = (text, kind = 'done') => {
    req.session.flash = { kind, text }
  }

  res.locals.takeFlash = () => {
    const note = req.session.flash
    if (note) delete req.session.flash
    return note
  }

  next()
}
