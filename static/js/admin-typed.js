// Shows, while a date or number is typed in words, how it will be understood.

const PAUSE = 250;
const waiting = new WeakMap();

async function explain(input) {
  const words = input.value;
  const query = new URLSearchParams({ kind: input.dataset.kind, words });
  const answer = await fetch(`${input.dataset.understood}?${query}`);
  if (!answer.ok || input.value !== words) return;
  const { understood, error } = await answer.json();
  const output = outputOf(input);
  output.textContent = understood || error;
  output.classList.toggle("is-wrong", Boolean(error));
}

function outputOf(input) {
  if (input.nextElementSibling?.matches("output.understood")) return input.nextElementSibling;
  const output = document.createElement("output");
  output.className = "understood";
  output.htmlFor = input.id;
  input.after(output);
  return output;
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-understood]")) return;
  clearTimeout(waiting.get(target));
  waiting.set(target, setTimeout(explain, PAUSE, target));
});
