import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileTypeFromBuffer } from 'file-type'
import { v4 } from 'uuid'

/** Bunny's own numbers. */
export const status = { created: 0, uploaded: 1, processing: 2, transcoding: 3, finished: 4, error: 5, uploadFailed: 6 }

/** How long the one film is that stands for all of them, in seconds. */
const LENGTH = 20
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

type Kept = { title: string; status: number; size: number; length: number; isVideo: boolean; captions: string | null }

/** What a library of Bunny Stream keeps of its videos: everything but their bytes. It lasts from one start to the next. */
export class Library {
  readonly #file: string
  readonly #videos: Map<string, Kept>
  readonly #removed: Set<string>

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#file = `${folder}/library.json`
    const { videos = [], removed = [] } = read(this.#file)
    this.#videos = new Map(videos)
    this.#removed = new Set(removed)
  }

  get size() {
    return this.#videos.size
  }

  create(title: string) {
    const guid = v4()
    this.#videos.set(guid, { title, status: status.created, size: 0, length: 0, isVideo: false, captions: null })
    this.#write()
    return guid
  }

  get(guid: string) {
    return this.#videos.get(guid)
  }

  /** The demo world names videos that nobody uploaded; they are there until they are deleted. */
  plays(guid: string) {
    return GUID.test(guid) && !this.#removed.has(guid)
  }

  change(guid: string, change: Partial<Kept>) {
    const video = this.#videos.get(guid)
    if (!video) return
    Object.assign(video, change)
    this.#write()
  }

  /** What it is told by the first bytes of it. */
  async begin(guid: string, head: Buffer) {
    const type = await fileTypeFromBuffer(head)
    this.change(guid, { isVideo: type?.mime.startsWith('video/') ?? false })
  }

  /** Encoding takes as long as somebody asks three times; what is no video fails on the way. */
  progress(guid: string) {
    const video = this.#videos.get(guid)
    if (!video || video.status < status.uploaded || video.status > status.transcoding) return
    const next = video.isVideo || video.status === status.uploaded ? video.status + 1 : status.error
    this.change(guid, { status: next, length: next === status.finished ? LENGTH : 0 })
  }

  /** False when there is none. */
  remove(guid: string) {
    if (!this.plays(guid)) return false
    this.#videos.delete(guid)
    this.#removed.add(guid)
    this.#write()
    return true
  }

  /** All of it or what was there before, should the process end in between. */
  #write() {
    writeFileSync(`${this.#file}.new`, JSON.stringify({ videos: [...this.#videos], removed: [...this.#removed] }))
    renameSync(`${this.#file}.new`, this.#file)
  }
}

function read(file: string): { videos?: [string, Kept][]; removed?: string[] } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
