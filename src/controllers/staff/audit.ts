import type { Request, Response } from 'express'
import { StaffAction } from '../../models/index.ts'

export async function index(req: Request, res: Response) {
  res.renderPage('staff/audit/index', await StaffAction.page(req.query.before))
}
