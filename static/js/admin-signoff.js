// Sign-off by keyboard. Every key presses something that is on the page and works without
// this script.

const TYPING = "input:not([type=hidden]), select, textarea";
const all = (selector) => [...document.querySelectorAll(selector)];
const press = (selector) => document.querySelector(selector)?.click();
const focus = (selector) => document.querySelector(selector)?.focus();

function step(by) {
  const rows = all("[data-row]");
  const at = rows.indexOf(document.activeElement);
  rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press("[data-approve]"),
  r: () => focus("[data-reason]"),
  e: () => press("[data-edit]"),
  p: () => press("[data-preview]"),
  c: () => focus("#comment"),
  u: () => press("[data-undo] button"),
  q: () => press("[data-list]"),
  "?": () => document.getElementById("keys")?.showModal(),
};

// On an Arabic keyboard the same key of the board does the same.
function letterOf({ key, code }) {
  if (key === "؟") return "?";
  if (/^[\x20-\x7e]$/.test(key) || !code.startsWith("Key")) return key;
  return code.slice(3).toLowerCase();
}

function onKey(event) {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.target.matches(TYPING)) return onKeyWhileTyping(event);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[letterOf(event)];
  if (!act) return;
  event.preventDefault();
  act();
}

function onKeyWhileTyping(event) {
  if (event.key === "Escape") event.target.blur();
  if (event.key !== "Enter" || !event.ctrlKey) return;
  event.preventDefault();
  if (event.target.matches("[data-reason]")) press("[data-return]");
  else event.target.form?.requestSubmit();
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-key-help]")) KEYS["?"]();
});
