// Pagefind behind the header's search box. The index is loaded at first use, and everything shown is built as text:
// no string from the index ever becomes markup.

const root = new URL("..", import.meta.url)
const shown = 7
const looked = 12 // results among which an exact title is moved to the front
const pause = 150 // milliseconds without a key before a search
let loading

/** Pagefind, loaded once; a failed load may be tried again. */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}

async function start() {
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href)
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 26 })
  await pagefind.init()
  return pagefind
}

/** A new element with a class and a text. */
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.textContent = text
  return element
}

/** One result as a link: when and what, title, excerpt. */
export function hit(data) {
  const link = make("a", "dl-hit")
  link.href = data.url
  const line = make("span", "dl-hit__line")
  for (const part of [data.meta.date, data.meta.type]) if (part) line.append(make("span", "", part))
  const text = make("span", "dl-hit__text")
  text.append(...marked(data.excerpt))
  link.append(line, make("span", "dl-hit__title", data.meta.title ?? data.url), text)
  return link
}

/** The text of an excerpt, with its marks and nothing else. A document made by DOMParser runs and loads nothing. */
function marked(excerpt) {
  const body = new DOMParser().parseFromString(excerpt, "text/html").body
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", "", node.textContent) : document.createTextNode(node.textContent),
  )
}

/** The records that are called exactly what was asked for, then the others in their order. */
export function exactFirst(found, term) {
  const isExact = (data) => data.meta.title?.toLowerCase() === term.toLowerCase()
  return [...found.filter(isExact), ...found.filter((data) => !isExact(data))]
}

/** "1 result", "12 results". */
export function counted(number, what = "result") {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`
}

class SearchBox {
  constructor(form) {
    this.form = form
    this.input = form.querySelector("input")
    this.panel = form.querySelector(".dl-search__panel")
    this.status = form.querySelector(".dl-search__status")
    this.list = form.querySelector(".dl-search__list")
    this.all = form.querySelector(".dl-search__all")
    this.selected = -1
    this.turn = 0
    this.setRoles()
    this.input.addEventListener("focus", () => load().catch(() => this.say("Search could not be loaded.")))
    this.input.addEventListener("input", () => this.wait())
    this.input.addEventListener("keydown", (event) => this.onKey(event))
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.close())
    this.panel.addEventListener("mousedown", (event) => event.preventDefault()) // keeps the focus, so that the click arrives
    document.addEventListener("keydown", (event) => this.onShortcut(event))
  }

  setRoles() {
    const roles = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" }
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value)
  }

  wait() {
    const turn = ++this.turn
    setTimeout(() => turn === this.turn && this.search(turn), pause)
  }

  async search(turn) {
    const term = this.input.value.trim()
    if (!term) return this.close()
    try {
      const pagefind = await load()
      const { results } = await pagefind.search(term)
      const found = await Promise.all(results.slice(0, looked).map((result) => result.data()))
      if (turn === this.turn) this.show(term, results.length, exactFirst(found, term).slice(0, shown))
    } catch {
      this.say("Search could not be loaded.")
    }
  }

  show(term, total, found) {
    this.list.replaceChildren(...found.map((data, index) => this.option(data, index)))
    this.all.search = new URLSearchParams({ q: term }).toString()
    this.all.hidden = total === 0
    this.select(-1)
    this.say(total ? counted(total) : `Nothing found for “${term}”.`)
  }

  option(data, index) {
    const item = make("li")
    item.id = `dl-option-${index}`
    item.setAttribute("role", "option")
    const link = hit(data)
    link.tabIndex = -1
    item.append(link)
    return item
  }

  say(words) {
    this.status.textContent = words
    this.panel.hidden = false
    this.input.setAttribute("aria-expanded", "true")
  }

  close() {
    this.turn++
    this.panel.hidden = true
    this.input.setAttribute("aria-expanded", "false")
    this.select(-1)
  }

  select(index) {
    const items = [...this.list.children]
    this.selected = items.length ? Math.max(-1, Math.min(index, items.length - 1)) : -1
    items.forEach((item, n) => item.setAttribute("aria-selected", String(n === this.selected)))
    const current = items[this.selected]
    current?.scrollIntoView({ block: "nearest" })
    if (current) this.input.setAttribute("aria-activedescendant", current.id)
    else this.input.removeAttribute("aria-activedescendant")
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !this.panel.hidden) {
      event.preventDefault()
      this.select(this.selected + step)
    } else if (event.key === "Enter" && this.selected >= 0) {
      event.preventDefault()
      this.list.children[this.selected].querySelector("a").click()
    } else if (event.key === "Escape") {
      if (this.panel.hidden) this.input.blur()
      else event.preventDefault() // keeps the words; a second Esc leaves the box
      this.close()
    }
  }

  /** `/` and `s` lead to the search box; on a narrow screen, which has none, to the search page. */
  onShortcut(event) {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s"].includes(event.key)) return
    event.preventDefault()
    const own = document.querySelector("[data-dl-find] input[type=search]")
    if (own) own.focus()
    else if (this.form.offsetParent) this.input.focus()
    else location.assign(this.form.action)
  }
}

for (const form of document.querySelectorAll("[data-dl-search]")) new SearchBox(form)
