import type { Request, Response } from 'express'
import { config } from '../config.ts'
import { NotFound } from '../errors.ts'

/** A form as a rejected page would show it. */
const form = {
  valid: false,
  values: {
    name: 'Maya Lindqvist',
    email: 'maya.example.org',
    zone: 'Europe/Stockholm',
    role: 'mentee',
    topics: ['tickets'],
  },
  errors: {
    email: 'Enter an email address with an @ in it',
    terms: 'Please agree to the terms, or write to us if you cannot',
  },
}

export function show(_req: Request, res: Response) {
  if (!config.demo) throw new NotFound()
  res.renderPage('style/show', { form })
}
