import type { Request, Response } from 'express'
import { publicMentor, renderTimes } from './times-page.ts'

export async function show(req: Request, res: Response) {
  await renderTimes(req, res, await publicMentor(req))
}
