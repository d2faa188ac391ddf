// The search page: results with facets, an order, and all of it in the address, so that a search can be sent to someone.

import { counted, exactFirst, hit, load, make } from "./search.js"

const labels = { actor: "Actor", place: "Place", type: "Type", outlet: "Outlet", year: "Year" }
const orders = { newest: { date: "desc" }, oldest: { date: "asc" } }
const batch = 20
const few = 8 // values of a facet shown at first

/** What the address asks for. `chosen`: facet to its values. */
function readState() {
  const given = new URLSearchParams(location.search)
  const chosen = {}
  for (const facet of Object.keys(labels)) if (given.has(facet)) chosen[facet] = given.getAll(facet)
  return { term: (given.get("q") ?? "").trim(), order: given.get("sort") ?? "relevance", chosen }
}

function asQuery({ term, order, chosen }) {
  const query = new URLSearchParams(term ? { q: term } : {})
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) query.append(facet, value)
  if (order in orders) query.set("sort", order)
  return `?${query}`
}

/** Any value of a facet, all facets; `without` leaves one facet out. */
function asFilters(chosen, without = "") {
  const used = Object.entries(chosen).filter(([facet, values]) => facet !== without && values.length)
  return Object.fromEntries(used.map(([facet, values]) => [facet, { any: values }]))
}

/** Matches in order, how many there are without one (only what has a date can be put in order of it), counts by facet. */
async function search({ term, order, chosen }) {
  const pagefind = await load()
  await pagefind.filters() // loads what the counts are made from
  const all = await pagefind.search(term, { filters: asFilters(chosen) })
  const ordered = order in orders ? await pagefind.search(term, { filters: asFilters(chosen), sort: orders[order] }) : all
  const counts = { ...all.filters }
  for (const facet of Object.keys(asFilters(chosen))) {
    counts[facet] = (await pagefind.search(term, { filters: asFilters(chosen, facet) })).filters[facet]
  }
  return { results: ordered.results, total: all.results.length, counts }
}

class SearchPage {
  constructor(page) {
    this.page = page
    this.input = page.querySelector("input[type=search]")
    this.order = page.querySelector("select")
    this.side = page.querySelector(".dl-find__side")
    this.status = page.querySelector("[role=status]")
    this.chips = page.querySelector(".dl-find__chips")
    this.list = page.querySelector(".dl-find__list")
    this.more = page.querySelector(".dl-find__next")
    this.whole = new Set() // facets shown with all their values
    this.turn = 0
    page.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault()
      this.change({ term: this.input.value.trim() })
    })
    this.input.addEventListener("input", () => this.wait())
    this.order.addEventListener("change", () => this.change({ order: this.order.value }))
    this.more.addEventListener("click", () => this.showMore(true))
    addEventListener("popstate", () => this.open())
    this.open()
  }

  open() {
    this.state = readState()
    this.input.value = this.state.term
    this.order.value = this.state.order in orders ? this.state.order : "relevance"
    this.run()
  }

  wait() {
    const turn = ++this.turn
    const search = () => turn === this.turn && this.change({ term: this.input.value.trim() }, "replaceState")
    setTimeout(search, 200)
  }

  change(part, how = "pushState") {
    this.state = { ...this.state, ...part }
    history[how](null, "", asQuery(this.state))
    this.run()
  }

  async run() {
    const turn = ++this.turn
    this.page.toggleAttribute("data-idle", !this.state.term)
    if (!this.state.term) return this.clear()
    try {
      const found = await search(this.state)
      if (turn === this.turn) await this.show(found)
    } catch {
      this.status.textContent = "Search could not be loaded. It needs a web server; the lists work without."
      this.page.toggleAttribute("data-idle", true)
    }
  }

  clear() {
    this.list.replaceChildren()
    this.chips.replaceChildren()
    this.more.hidden = true
    this.status.textContent = ""
  }

  async show({ results, total, counts }) {
    const undated = total - results.length
    const rest = undated ? `; ${counted(undated, "more")} without a date`.replace("mores", "more") : ""
    this.status.textContent = total ? `${counted(results.length)} for “${this.state.term}”${rest}` : `Nothing found for “${this.state.term}”.`
    this.showFacets(counts)
    this.showChips()
    this.results = results
    this.list.replaceChildren()
    await this.showMore(false)
  }

  async showMore(moveFocus) {
    const from = this.list.children.length
    const found = await Promise.all(this.results.slice(from, from + batch).map((result) => result.data()))
    if (from !== this.list.children.length) return // another search came between
    const ordered = from === 0 && !(this.state.order in orders) ? exactFirst(found, this.state.term) : found
    const items = ordered.map((data) => {
      const item = make("li")
      item.append(hit(data))
      return item
    })
    this.list.append(...items)
    const left = this.results.length - from - items.length
    this.more.hidden = left <= 0
    this.more.textContent = `Show ${Math.min(left, batch)} more`
    if (moveFocus) items[0]?.querySelector("a").focus()
  }

  showFacets(counts) {
    const focused = document.activeElement?.dataset?.key
    const open = new Set([...this.side.querySelectorAll("details[open]")].map((details) => details.dataset.facet))
    const first = !this.side.children.length
    const wide = matchMedia("(min-width: 45em)").matches
    const facets = Object.keys(labels).map((facet) => {
      const chosen = this.state.chosen[facet] ?? []
      const details = this.facet(facet, counts[facet] ?? {}, chosen)
      details.open = first ? wide || chosen.length > 0 : open.has(facet)
      return details
    })
    this.side.replaceChildren(...facets.filter((details) => details.querySelector("input")))
    if (focused) [...this.side.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused)?.focus()
  }

  facet(facet, counts, chosen) {
    const details = make("details", "dl-find__facet")
    details.dataset.facet = facet
    details.append(make("summary", "", labels[facet]))
    const byYear = facet === "year"
    const values = Object.entries({ ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts })
      .filter(([value, count]) => count || chosen.includes(value))
      .sort((a, b) => (byYear ? b[0].localeCompare(a[0]) : b[1] - a[1] || a[0].localeCompare(b[0])))
    const kept = this.whole.has(facet) ? values : values.filter(([value], n) => n < few || chosen.includes(value))
    details.append(...kept.map(([value, count]) => this.choice(facet, value, count, chosen.includes(value))))
    if (kept.length < values.length) details.append(this.wholeButton(facet, values.length))
    return details
  }

  choice(facet, value, count, checked) {
    const label = make("label")
    const box = make("input")
    box.type = "checkbox"
    box.checked = checked
    box.name = facet
    box.value = value
    box.dataset.key = `${facet}=${value}`
    box.addEventListener("change", () => this.choose(facet, value, box.checked))
    label.append(box, make("span", "", value), make("span", "", count.toLocaleString("en")))
    return label
  }

  wholeButton(facet, number) {
    const button = make("button", "dl-find__more", `Show all ${number}`)
    button.type = "button"
    button.addEventListener("click", () => {
      this.whole.add(facet)
      this.run()
    })
    return button
  }

  choose(facet, value, checked) {
    const others = (this.state.chosen[facet] ?? []).filter((one) => one !== value)
    this.change({ chosen: { ...this.state.chosen, [facet]: checked ? [...others, value] : others } })
  }

  showChips() {
    const pairs = Object.entries(this.state.chosen).flatMap(([facet, values]) => values.map((value) => [facet, value]))
    const chips = pairs.map(([facet, value]) => {
      const chip = make("button", "", `${labels[facet]}: ${value} ×`)
      chip.type = "button"
      chip.setAttribute("aria-label", `Remove the filter ${labels[facet]}: ${value}`)
      chip.addEventListener("click", () => this.choose(facet, value, false))
      return chip
    })
    this.chips.replaceChildren(...chips)
  }
}

for (const page of document.querySelectorAll("[data-dl-find]")) {
  document.querySelector(".dl-find__without")?.remove()
  page.hidden = false
  new SearchPage(page)
}
