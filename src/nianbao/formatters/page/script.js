"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const reports = all(".report");
  const form = document.getElementById("filters");

  const chosen = (name) => {
    const boxes = all(`input[name=${name}]`, form);
    const on = boxes.filter((box) => box.checked).map((box) => box.value);
    return on.length === boxes.length ? null : new Set(on);
  };

  const names = new Map(
    reports.map((one) => [one, (one.querySelector(".about")?.textContent ?? "").toLowerCase()]),
  );

  function filter() {
    const verdicts = chosen("verdict");
    const severities = chosen("severity");
    const rule = form.elements.rule?.value ?? "";
    const wanted = (form.elements.text?.value ?? "").trim().toLowerCase();
    const narrowed = severities !== null || rule !== "";
    let shown = 0;
    let findings = 0;
    for (const report of reports) {
      let left = 0;
      for (const part of all(".part", report)) {
        const groups = all(".group", part);
        let here = 0;
        for (const group of groups) {
          const fits = (severities === null || severities.has(group.dataset.severity))
            && (rule === "" || rule === group.dataset.rule);
          group.hidden = !fits;
          here += fits ? group.querySelectorAll(".finding").length : 0;
        }
        part.hidden = narrowed && here === 0;
        left += here;
      }
      const fits = (verdicts === null || verdicts.has(report.dataset.verdict))
        && names.get(report).includes(wanted) && (!narrowed || left > 0);
      report.hidden = !fits;
      shown += fits ? 1 : 0;
      findings += fits ? left : 0;
    }
    document.getElementById("none").hidden = shown > 0;
    const output = form.querySelector("output");
    output.value = output.dataset.shown.replace("{reports}", shown).replace("{findings}", findings);
  }

  const openAll = (open) => {
    for (const report of reports) if (report.tagName === "DETAILS") report.open = open;
  };

  const reset = () => { form.reset(); filter(); };

  function go(step) {
    const list = all(".report:not([hidden]) .part:not([hidden]) .group:not([hidden]) .finding");
    if (list.length === 0) return;
    const at = list.indexOf(document.activeElement.closest?.(".finding"));
    const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1)
      : (at + step + list.length) % list.length];
    reveal(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  function reveal(node) {
    const report = node?.closest("details");
    if (report) report.open = true;
  }

  let lit = [];
  function light(event) {
    const finding = event.target.closest?.("[data-cells]");
    for (const cell of lit) cell.classList.remove("on");
    lit = finding ? finding.dataset.cells.split(" ")
      .map((id) => document.getElementById(id)).filter(Boolean) : [];
    for (const cell of lit) cell.classList.add("on");
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && form) { reset(); return; }
    if (event.target.closest("input[type=search], select")) return;
    if (event.key === "/" && form?.elements.text) {
      event.preventDefault();
      form.elements.text.focus();
    } else if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.open.addEventListener("click", () => openAll(true));
    form.elements.close.addEventListener("click", () => openAll(false));
    form.elements.reset.addEventListener("click", reset);
    filter();
  }
  document.addEventListener("keydown", key);
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

  const follow = () => {
    const node = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    reveal(node);
    node?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = reports.filter((one) => one.tagName === "DETAILS" && !one.open);
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });
})();
