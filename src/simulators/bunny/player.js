// Speaks Player.js 0.0.11 with the page around it, as Bunny's player does: JSON over postMessage.
{
  const video = document.querySelector('video')
  const listeners = []
  const events = ['ready', 'play', 'pause', 'ended', 'timeupdate', 'progress', 'seeked', 'error']
  const time = () => ({ seconds: video.currentTime, duration: video.duration || 0 })

  const methods = {
    play: () => video.play().catch(() => {}),
    pause: () => video.pause(),
    getPaused: () => video.paused,
    mute: () => (video.muted = true),
    unmute: () => (video.muted = false),
    getMuted: () => video.muted,
    setVolume: (volume) => (video.volume = volume / 100),
    getVolume: () => video.volume * 100,
    getDuration: () => video.duration || 0,
    setCurrentTime: (seconds) => (video.currentTime = seconds),
    getCurrentTime: () => video.currentTime,
    setPlaybackRate: (rate) => (video.playbackRate = rate),
    getPlaybackRate: () => video.playbackRate,
    addEventListener: (event, listener) => listeners.push({ event, listener }),
    removeEventListener: (event, listener) => {
      const left = listeners.filter((one) => one.event !== event || (listener && one.listener !== listener))
      listeners.splice(0, listeners.length, ...left)
    },
  }

  const say = (message) =>
    window.parent.postMessage(JSON.stringify({ context: 'player.js', version: '0.0.11', ...message }), '*')

  const tell = (event, value) => {
    for (const { listener } of listeners.filter((one) => one.event === event)) say({ event, value, listener })
  }

  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent || typeof data !== 'string') return
    let message
    try {
      message = JSON.parse(data)
    } catch {
      return
    }
    if (message.context !== 'player.js' || !Object.hasOwn(methods, message.method)) return
    const answer = methods[message.method](message.value, message.listener)
    if (message.method.startsWith('get')) say({ event: message.method, value: answer, listener: message.listener })
    if (message.method === 'addEventListener' && message.value === 'ready') tell('ready', ready)
  })

  for (const event of ['play', 'pause', 'ended', 'seeked', 'error']) {
    video.addEventListener(event, () => tell(event))
  }
  video.addEventListener('timeupdate', () => tell('timeupdate', time()))
  video.addEventListener('progress', () => {
    const { buffered, duration } = video
    tell('progress', { percent: duration && buffered.length ? buffered.end(buffered.length - 1) / duration : 0 })
  })

  const ready = { src: location.href, events, methods: Object.keys(methods) }
  say({ event: 'ready', value: ready })
}
