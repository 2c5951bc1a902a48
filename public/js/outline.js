// Lessons can be dragged, besides being moved by their buttons: a drop sends the same form with the place in it.
{
  let dragged
  let home

  const make = (root) => {
    for (const lesson of root.querySelectorAll('[data-lesson]')) lesson.draggable = true
  }

  const lists = () => [...document.querySelectorAll('[data-section] > ol')]

  /** The lesson before which something would be dropped, or nothing at the end of a list. */
  const below = (list, y) =>
    [...list.children].find(
      (lesson) => lesson !== dragged && y < lesson.getBoundingClientRect().top + lesson.offsetHeight / 2,
    )

  const send = (list) => {
    const form = dragged.querySelector('form')
    const place = { section: list.parentElement.dataset.section, to: [...list.children].indexOf(dragged) }
    for (const [name, value] of Object.entries(place)) {
      const field = document.createElement('input')
      Object.assign(field, { type: 'hidden', name, value })
      form.append(field)
    }
    form.requestSubmit()
  }

  document.addEventListener('dragstart', ({ target, dataTransfer }) => {
    dragged = target.closest?.('[data-lesson]')
    if (!dragged) return
    dataTransfer.effectAllowed = 'move'
    dataTransfer.setData('text/plain', '') // without any, older browsers do not begin
    dragged.classList.add('dragged')
    home = { list: dragged.parentElement, next: dragged.nextElementSibling }
  })

  document.addEventListener('dragover', (event) => {
    const list = dragged && lists().find((one) => one.parentElement.contains(event.target))
    if (!list) return
    event.preventDefault()
    list.insertBefore(dragged, below(list, event.clientY) ?? null)
  })

  document.addEventListener('drop', (event) => {
    const list = dragged?.closest('ol')
    if (!list) return
    event.preventDefault()
    home = undefined
    send(list)
  })

  // Let go anywhere else, it goes back to where it was.
  document.addEventListener('dragend', () => {
    if (dragged) home?.list.insertBefore(dragged, home.next)
    dragged?.classList.remove('dragged')
    dragged = undefined
  })

  make(document)
  document.addEventListener('htmx:after:swap', () => make(document))
}
