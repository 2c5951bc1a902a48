import { fileSize } from '../../../lib/file-size.ts'
import { timeInWords } from '../../../lib/times.ts'
import { type Export, MOST_DOWNLOADS } from '../../../models/export.ts'
import { parts } from './pack.ts'

const states = {
  waiting: { text: 'Waiting to be packed', badge: 'watched' },
  packing: { text: 'Being packed', badge: 'watched' },
  ready: { text: 'Ready', badge: 'kept' },
  failed: { text: 'Failed', badge: 'broken' },
  spent: { text: 'Fetched as often as it can be', badge: undefined },
  expired: { text: 'File deleted', badge: undefined },
  stopped: { text: 'Stopped', badge: undefined },
}

/** An export as its page shows it: its state, what is packed already, and whether its file can be fetched. */
export function exportInWords(request: Export, now: Date) {
  const { id, ticketId, partsDone, isUnderWay, createdAt, dueAt, finishedAt, expiresAt, downloads, bytes } = request
  const status = statusOf(request, now)

  return {
    ...{ id, ticketId, isUnderWay, createdAt, finishedAt, expiresAt, partsDone, parts: parts.length },
    status,
    state: states[status],
    canBeFetched: request.canBeDownloadedAt(now),
    due: timeInWords(dueAt, 'UTC', 'day'),
    downloadsLeft: MOST_DOWNLOADS - downloads,
    size: bytes === null ? undefined : fileSize(Number(bytes)),
    steps: parts.map((text, index) => ({ text, state: stateOf(index, request) })),
  }
}

/** A file that is past its week or its last download is not ready any more, whether it lies there or not. */
function statusOf({ status, expiresAt, downloads }: Export, now: Date): keyof typeof states {
  if (status !== 'ready') return status
  if (expiresAt! <= now) return 'expired'
  return downloads >= MOST_DOWNLOADS ? 'spent' : 'ready'
}

function stateOf(index: number, { status, partsDone }: Export) {
  if (status === 'packing' && index === partsDone) return 'now' as const
  return index < partsDone ? undefined : ('ahead' as const)
}
