// Shows, while a date or number is typed in words, how it will be understood.

const PAUSE = 250;

function watch(input) {
  const output = document.createElement("output");
  output.className = "understood";
  output.htmlFor = input.id;
  input.after(output);
  let timer;
  let latest = 0;
  const ask = async () => {
    const turn = ++latest;
    const query = new URLSearchParams({ kind: input.dataset.kind, words: input.value });
    const answer = await fetch(`${input.dataset.understood}?${query}`);
    if (!answer.ok || turn !== latest) return;
    const { understood, error } = await answer.json();
    output.textContent = understood || error;
    output.classList.toggle("is-wrong", Boolean(error));
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}

const watchAll = (root) => root.querySelectorAll("[data-understood]").forEach(watch);

document.addEventListener("DOMContentLoaded", () => {
  // Rows not added yet are copied from a template that must stay as it is.
  document.querySelectorAll("[data-understood]").forEach((input) => {
    if (!input.name.includes("__prefix__")) watch(input);
  });
});
document.addEventListener("formset:added", (event) => watchAll(event.target));
