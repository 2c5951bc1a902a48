import type { Request, Response } from 'express'
import { lattice } from '../services/privacy/lattice.ts'

export async function show(_req: Request, res: Response) {
  res.renderPage('home/show', { promises: await lattice() })
}
