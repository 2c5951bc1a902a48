import type { NextFunction, Request, Response } from 'express'
import { packed } from './packed.ts'

declare module 'express-serve-static-core' {
  interface Response {
    /** Shows a page inside the layout or, when htmx asks for a part of one, only its fragment. */
    renderPage(page: string, locals?: object, options?: { fragment?: string }): void
    /** A page was shown, and htmx had not asked for a part of one. */
    isWholePage: boolean
    /** Shows a page in place of all others, whatever part was asked for. */
    renderInstead(page: string, locals: object): void
    /** Sends the visitor to the page that shows what has just been done. */
    seeOther(path: string): void
    /** Takes the visitor off this page altogether, even from inside a fragment. */
    leaveFor(url: string): void
  }
}

/** The ways a controller ends. Only this file knows that htmx exists. */
export function answers(req: Request, res: Response, next: NextFunction) {
  // Boosted links and the back button also come from htmx, but ask for "full".
  const wantsFragment = req.get('HX-Request-Type') === 'partial'
  res.vary('HX-Request-Type')
  res.isWholePage = false

  res.renderPage = (page, locals = {}, { fragment } = {}) => {
    const [template, layout] = wantsFragment && fragment ? [fragment, 'fragment'] : [page, 'application']
    res.isWholePage = !wantsFragment
    const view = { title: '' } // the page sets its title; the layout shows it

    res.render(template, { ...locals, view }, (error, body) => {
      if (error) return next(error)
      res.render(`layouts/${layout}`, { ...locals, view, body }, (error, html) => (error ? next(error) : send(html)))
    })
  }

  // What was rendered for somebody must not stay in a cache, nor come back after they have signed out. So it needs no
  // ETag either, which to make costs more than all of the session.
  function send(html: string) {
    const isPrivate = isWorthKeeping(req.session)
    if (!res.get('Cache-Control')) res.set('Cache-Control', isPrivate ? 'no-store' : 'no-cache')
    const body = packed(html, req, res)
    if (isPrivate) res.type('html').end(body)
    else res.type('html').send(body)
  }

  // htmx 4 swaps a 404 like any other answer; without this it would land inside the list it was meant for.
  res.renderInstead = (page, locals) => {
    if (wantsFragment) res.set({ 'HX-Retarget': '#content', 'HX-Reswap': 'innerHTML' })
    res.renderPage(page, locals, { fragment: page })
  }

  // A browser may follow a redirect before express-session has stored the flash, so store it first.
  res.seeOther = (path) => {
    res.set('Cache-Control', 'no-store')
    if (!isWorthKeeping(req.session)) return res.redirect(303, path)
    req.session.save((error) => (error ? next(error) : res.redirect(303, path)))
  }

  res.leaveFor = (url) => {
    if (wantsFragment) res.set('HX-Redirect', url).end()
    else res.seeOther(url)
  }

  next()
}

/** An untouched session is not stored, and sets no cookie. */
function isWorthKeeping(session?: Request['session']) {
  return session !== undefined && Object.keys(session).some((name) => name !== 'cookie')
}
