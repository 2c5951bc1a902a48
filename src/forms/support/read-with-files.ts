import type { Request } from 'express'
import { type Form, rejected } from '../../lib/form.ts'
import { filesOf } from '../../middleware/bodies.ts'
import { type Attachment, inspect } from '../../services/support/inspect.ts'

/** A form and the files that came with it. One file that we cannot take, and all of it comes back. */
export async function readWithFiles<Values>(
  read: (body: Record<string, unknown>) => Form<Values>,
  req: Request,
  field = 'attachment',
): Promise<Form<Values & { attachments: Attachment[] }>> {
  const form = read(req.body)
  const attachments: Attachment[] = []

  for (const upload of filesOf(req, field)) {
    const found = await inspect(upload)
    if (typeof found === 'string') return rejected({ ...form } as Form<never>, field, found)
    attachments.push(found)
  }
  return form.valid ? { ...form, values: { ...form.values, attachments } } : form
}
