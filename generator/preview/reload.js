// In pages of `dateline serve` only: loads the page again when it has changed, and shows what is wrong in the records.

{
  const script = document.currentScript
  const STYLE = `
    :host { all: initial }
    section {
      position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 50vh; overflow: auto;
      padding: 12px 20px; border-top: 4px solid #c62828; background: #fff8f7; color: #1c1b1a;
      font: 15px/1.45 system-ui, sans-serif; box-shadow: 0 -2px 16px #0004;
    }
    section.warnings { border-color: #b26a00; background: #fffaf0 }
    h2 { margin: 0 0 6px; font-size: 15px }
    ul { margin: 0; padding: 0; list-style: none }
    li { margin: 6px 0 }
    code { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere }
    .hint { display: block; color: #5a5450 }
    @media (prefers-color-scheme: dark) {
      section, section.warnings { background: #2a1d1b; color: #f3ece9 }
      .hint { color: #cbbfba }
    }
  `

  const element = (name, text, className = "") => {
    const made = document.createElement(name)
    made.textContent = text
    made.className = className
    return made
  }

  const item = ({ where, level, message, hint }) => {
    const line = document.createElement("li")
    line.append(element("code", where), ` ${level} `.replace("  ", " "), element("span", message))
    if (hint) line.append(element("span", hint, "hint"))
    return line
  }

  const panel = problems => {
    const errors = problems.some(problem => problem.level === "error")
    const box = element("section", "", errors ? "" : "warnings")
    box.setAttribute("role", "alert")
    const list = document.createElement("ul")
    list.append(...problems.map(item))
    box.append(element("h2", errors ? "Not all of it could be read; the last good state is shown" : "Worth a look"), list)
    return box
  }

  let host = null
  let told = "[]"

  const tell = problems => {
    if (JSON.stringify(problems) === told) return
    told = JSON.stringify(problems)
    host?.remove()
    host = null
    if (!problems.length) return
    host = document.createElement("dateline-problems")
    host.attachShadow({ mode: "open" }).append(element("style", STYLE), panel(problems))
    document.body.append(host)
  }

  let stream = null

  const listen = () => {
    const query = new URLSearchParams({ path: location.pathname, digest: script.dataset.digest })
    stream = new EventSource(`/.dateline/changes?${query}`)
    stream.onmessage = ({ data }) => {
      const { changed, problems } = JSON.parse(data)
      if (changed) {
        stream.close()
        location.reload()
      } else tell(problems)
    }
  }

  // A browser opens six connections to one server: only the page that is looked at keeps one.
  const attend = () => {
    stream?.close()
    stream = null
    if (!document.hidden) listen()
  }

  document.addEventListener("visibilitychange", attend)
  addEventListener("pagehide", () => stream?.close())
  addEventListener("pageshow", event => event.persisted && attend())
  attend()
}
