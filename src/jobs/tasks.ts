import type { TaskList } from 'graphile-worker'
import { files } from '../gateways/files.ts'

type Payload = Record<string, string>
type Task = {
  run: (payload: Payload, attempt: { number: number }) => Promise<unknown>
  /** What is put right when it has failed for a day. */
  givenUp?: (payload: Payload) => Promise<unknown>
}

/** Everything that is tried until it works, one line each; the files it leads to say what it promises. */
export const tasks = {
  'remove-object': { run: ({ key }) => files.remove(key!) },
  'send-mail': { run: async () => {} },
} satisfies Record<string, Task> as Record<string, Task>

export type TaskName = string

/** The same, as graphile-worker wants it. */
export const taskList: TaskList = Object.fromEntries(
  Object.entries(tasks).map(([name, { run }]) => [
    name,
    (payload, { job }) => run(payload as Payload, { number: job.attempts }) as Promise<void>,
  ]),
)
