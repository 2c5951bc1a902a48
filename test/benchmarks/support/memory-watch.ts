/** By how many bytes the process grew at most while it did something; looks twenty times a second. */
export class MemoryWatch {
  growth = 0

  async during<T>(work: () => Promise<T>) {
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    const timer = setInterval(() => {
      this.growth = Math.max(this.growth, process.memoryUsage.rss() - before)
    }, 50)
    try {
      return await work()
    } finally {
      clearInterval(timer)
    }
  }
}
