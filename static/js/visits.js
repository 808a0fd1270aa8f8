// Leads to what changed since this browser last came here. The day stays in the browser.
(() => {
  "use strict";
  const link = document.querySelector("a[data-since]");
  const today = new Date().toISOString().slice(0, 10);
  let before;
  try {
    const last = localStorage.getItem("talks-last");
    if (last !== today) {
      localStorage.setItem("talks-last", today);
      if (last) localStorage.setItem("talks-before", last);
    }
    before = localStorage.getItem("talks-before");
  } catch {
    return; // nothing may be kept here: the link stays what it is
  }
  if (!link || !/^\d{4}-\d\d-\d\d$/.test(before ?? "")) return;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(before));
  link.href = `${link.pathname}?since=${before}`;
  link.textContent = link.dataset.since.replace("{day}", day);
})();
