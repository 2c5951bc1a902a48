import type { Request, Response } from 'express'

const promises = Array.from({ length: 42 }, (_, index) => ({
  promise: `P${String(index + 1).padStart(2, '0')}`,
  state: 'unchecked',
}))

export function show(_req: Request, res: Response) {
  res.renderPage('home/show', { promises })
}
