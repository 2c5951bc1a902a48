import type { Request, Response } from 'express'
import { Forbidden } from '../../errors.ts'
import { reportForm, targetForm } from '../../forms/words/report.ts'
import { currentUser } from '../../middleware/audience.ts'
import * as inWords from '../../services/words/in-words.ts'
import { placeOf } from '../../services/words/places.ts'
import { reportService } from '../../services/words/report-service.ts'

export async function fresh(req: Request, res: Response) {
  const named = Object.values(targetForm.read(req.query).values).some(Boolean)
  if (!named) return res.renderPage('reports/what')
  await renderForm(req, res, req.query)
}

export async function create(req: Request, res: Response) {
  const words = await wordsIn(req, req.body)
  const form = reportForm.read(req.body)
  if (!form.valid) return renderForm(req, res.status(422), req.body, form)

  await reportService.report(currentUser(req), words, form.values, new Date())
  req.flash('Thank you. One of us will look at it.')
  res.seeOther(placeOf(words).path)
}

async function renderForm(req: Request, res: Response, named: Request['query'], form = reportForm.blank()) {
  const words = await wordsIn(req, named)
  const before = await reportService.before(currentUser(req), words)
  res.renderPage('reports/new', { words, place: placeOf(words), before, form, inWords })
}

async function wordsIn(req: Request, named: Request['query']) {
  const me = currentUser(req)
  const words = await reportService.wordsFor(me, targetForm.read(named).values)
  if (words.isBy(me)) throw new Forbidden('These are your own words. You can delete them where they stand.')
  return words
}
