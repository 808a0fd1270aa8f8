// A slash puts the cursor into the search box, unless something is being typed.

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const box = document.querySelector("[data-key='/']");
  if (!box) return;
  event.preventDefault();
  box.focus();
});
