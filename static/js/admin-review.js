// The review desk by keyboard. Every key presses something that is on the page and works
// without this script; forms are sent in the background and only the desk is replaced.

const HEARTBEAT = 20_000;
const SOON = 1_500;
const TYPING = "input:not([type=hidden]), select, textarea";

let busy = false;
let ahead = null;

const desk = () => document.getElementById("desk");
const all = (selector) => [...document.querySelectorAll(selector)];
const proposals = () => all("[data-suggestion]");
const current = () => document.querySelector(".proposal.is-current");

// ---------------------------------------------------------------- where one is

function select(proposal, { scroll = true } = {}) {
  for (const lit of all(".is-current, .is-lit")) lit.classList.remove("is-current", "is-lit");
  if (!proposal) return document.getElementById("done")?.focus();
  proposal.classList.add("is-current");
  proposal.focus({ preventScroll: true });
  if (scroll) proposal.scrollIntoView({ block: "nearest" });
  const marks = all(`[data-covers~="${proposal.dataset.suggestion}"]`);
  for (const mark of marks) mark.classList.add("is-lit");
  marks[0]?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const those = proposals();
  const at = those.indexOf(current());
  select(those[Math.min(Math.max(at + by, 0), those.length - 1)]);
}

// ---------------------------------------------------------------- sending and showing

async function send(form, submitter) {
  if (busy) return;
  busy = true;
  const at = Math.max(proposals().indexOf(form.closest("[data-suggestion]")), 0);
  const fields = new FormData(form, submitter);
  const address = new URL(form.action);
  const options = { method: form.method, body: fields };
  if (form.method === "get") {
    address.search = new URLSearchParams(fields);
    options.body = undefined;
  }
  try {
    const answer = await fetch(address, options);
    show(await answer.text(), answer.url);
    const failed = document.querySelector(".proposal:has([role=alert], .errorlist)");
    select(failed || proposals()[Math.min(at, proposals().length - 1)]);
    if (form.method === "get") focusIn(current(), ".merge [data-digit], .merge button[name=event]");
  } catch {
    say("Not sent: the site cannot be reached. Try again.");
  } finally {
    busy = false;
  }
}

function show(html, address) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.getElementById("desk");
  if (!fresh) return location.assign(address);
  desk().replaceWith(fresh);
  document.title = page.title;
  document.querySelector(".messagelist")?.remove();
  const messages = page.querySelector(".messagelist");
  if (messages) document.getElementById("content").before(messages);
  history.replaceState(null, "", address);
  preload();
}

function say(words) {
  const place = document.querySelector("[data-others]");
  if (place) place.textContent = words;
}

// ---------------------------------------------------------------- the next report

function preload() {
  const address = desk()?.dataset.next;
  if (ahead?.address === address) return;
  // Marked, so that loading ahead does not look like reading.
  const html = address && fetch(address, { headers: { "X-Ahead": "1" } }).then((r) => r.text());
  ahead = address ? { address, html } : null;
}

async function goOn() {
  const link = document.querySelector("[data-onward], [data-next]:is(a)");
  if (!link) return;
  if (!ahead) return location.assign(link.href);
  const { address, html } = ahead;
  history.pushState(null, "", address);
  show(await html, address);
  select(proposals()[0]);
  scrollTo(0, 0);
  report();
}

// ---------------------------------------------------------------- who else is here

async function report() {
  const address = desk()?.dataset.here;
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!address || !token || document.hidden) return;
  const answer = await fetch(address, { method: "POST", headers: { "X-CSRFToken": token } });
  if (!answer.ok) return;
  const { others } = await answer.json();
  say(others.length ? `Also here: ${others.join(", ")}.` : "");
}

// ---------------------------------------------------------------- keys

const focusIn = (place, selector) => place?.querySelector(selector)?.focus();
const press = (selector, place = document) => place?.querySelector(selector)?.click();

function open(part, first, otherwise) {
  const details = current()?.querySelector(part);
  if (!details) return;
  const again = details.open && details.contains(document.activeElement);
  details.open = true;
  const found = !again && details.querySelector(first);
  (found || details.querySelector(otherwise)).focus();
}

function undo() {
  const those = all("[data-undo]");
  those.sort((a, b) => b.dataset.undo - a.dataset.undo);
  if (those[0]) those[0].requestSubmit();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press("[name=verb][value=accept]", current()),
  e: () => focusIn(current(), ".fields input, .fields select"),
  s: () => step(1),
  r: () => open(".reject", "[data-digit]", "input[type=text]"),
  m: () => open(".merge", "[data-digit]", "input[type=search]"),
  u: undo,
  A: () => document.querySelector("[data-all]")?.requestSubmit(),
  n: goOn,
  q: () => press(".breadcrumbs a:last-of-type"),
  "?": () => document.getElementById("keys")?.showModal(),
};

// On an Arabic keyboard the same key of the board does the same.
function letterOf({ key, code, shiftKey }) {
  if (key === "؟") return "?";
  if (/^[\x20-\x7e]$/.test(key) || !code.startsWith("Key")) return key;
  const letter = code.slice(3);
  return shiftKey ? letter : letter.toLowerCase();
}

function onKey(event) {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.target.matches(TYPING)) return onKeyWhileTyping(event);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const part = document.activeElement.closest(".reject, .merge");
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (digit && part) {
    event.preventDefault();
    return press(`[data-digit="${digit}"]`, part);
  }
  const act = KEYS[letterOf(event)];
  if (!act) return;
  event.preventDefault();
  act();
}

function onKeyWhileTyping(event) {
  const proposal = event.target.closest(".proposal");
  if (!proposal) return;
  if (event.key === "Escape") {
    event.preventDefault();
    select(proposal);
  } else if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    press("[name=verb][value=accept]", proposal);
  }
}

// ---------------------------------------------------------------- begin

document.addEventListener("keydown", onKey);
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("#desk") || form.method === "dialog") return;
  event.preventDefault();
  send(form, event.submitter);
});
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-key-help]")) KEYS["?"]();
  if (target.closest("[data-edit]")) KEYS.e();
  if (target.closest("[data-skip]")) KEYS.s();
});
document.addEventListener("focusin", ({ target }) => {
  const proposal = target.closest(".proposal");
  if (!proposal || proposal === current()) return;
  const held = document.activeElement;
  select(proposal);
  held.focus({ preventScroll: true });
});
addEventListener("popstate", () => location.reload());

if (desk()) {
  const asked = document.querySelector(location.hash || "#none");
  const failed = document.querySelector(".proposal:has([role=alert], .errorlist)");
  const meant = failed || asked?.closest("[data-suggestion]");
  select(meant || proposals()[0], { scroll: Boolean(meant) });
  preload();
  if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), SOON);
  setInterval(report, HEARTBEAT);
}
