// Without this file the form sends a video through us. With it the video goes straight to Bunny, and one sees how far it is.
{
  const form = document.querySelector('form[data-most]')
  const [bar, status] = [form.querySelector('progress'), form.querySelector('[role=status]')]
  const mega = (bytes) => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)

  const show = (sent, of) => {
    const percent = Math.floor((100 * sent) / of)
    bar.value = percent
    bar.nextElementSibling.textContent = `${mega(sent)} of ${mega(of)} MB, ${percent} %`
  }

  const say = (sentence) => {
    status.textContent = sentence
  }

  // The form as it is still works: it takes another way.
  const giveUp = () => {
    form.dataset.plain = 'yes'
    form.querySelector('button').disabled = false
    bar.parentElement.hidden = true
    say('That broke off. Press the button again, and we send it another way, without showing how far it is.')
  }

  const send = async (file) => {
    const beginning = document.querySelector('form[data-beginning]')
    const body = new URLSearchParams(new FormData(beginning))
    const begun = await fetch(beginning.action, { method: 'POST', body })
    if (!begun.ok) return giveUp()

    const { endpoint, headers, title } = await begun.json()
    const upload = new tus.Upload(file, {
      endpoint,
      headers,
      metadata: { filetype: file.type || 'video/mp4', title },
      retryDelays: [0, 2000, 5000, 15_000],
      storeFingerprintForResuming: false,
      onProgress: show,
      onError: giveUp,
      onSuccess: () => {
        say('All of it is sent.')
        document.querySelector('form[data-completion]').submit()
      },
    })
    upload.start()
  }

  form.addEventListener('submit', (event) => {
    const [file] = form.elements.video.files
    if (!file || form.dataset.plain) return
    event.preventDefault()
    if (file.size > Number(form.dataset.most)) return say('This video is larger than we can take.')

    form.querySelector('button').disabled = true
    bar.parentElement.hidden = false
    show(0, file.size)
    say('Sending. Please stay on this page until all of it is sent.')
    send(file).catch(giveUp)
  })
}
