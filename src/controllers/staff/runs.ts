import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { runForm } from '../../forms/staff/privacy.ts'
import { enqueue } from '../../jobs/enqueue.ts'

/** Has a job run now, past its fuse: whoever asks has seen the number, and has just shown who they are. */
export async function create(req: Request, res: Response) {
  const form = runForm.read(req.body)
  if (!form.valid) throw new NotFound('job')

  await enqueue('run-job', { job: form.values.job, confirmed: 'yes' }, { key: `run ${form.values.job}` })
  req.flash('It runs now. Its outcome will stand here in a moment.')
  res.seeOther(form.values.job === 'enforce-retention' ? '/staff/privacy/retention' : '/staff/privacy')
}
