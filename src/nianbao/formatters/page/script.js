"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = (node) => (node?.textContent ?? "").toLowerCase();
  const form = document.getElementById("filters");

  // What there is to filter, looked up once: a page may hold thousands of reports.
  const reports = all(".report").map((node) => ({
    node,
    name: words(node.querySelector(".about")),
    parts: all(".part", node).map((part) => ({
      node: part,
      groups: all(".group", part).map((group) => ({ node: group, findings: all(".finding", group) })),
    })),
  }));
  const said = new Map();
  const says = (finding, group, wanted) => {
    if (!said.has(finding)) said.set(finding, words(group.node.firstElementChild) + words(finding));
    return said.get(finding).includes(wanted);
  };

  const chosen = (name) => {
    const boxes = all(`input[name=${name}]`, form);
    const on = boxes.filter((box) => box.checked).map((box) => box.value);
    return on.length === boxes.length ? null : new Set(on);
  };
  const asked = () => ({
    verdicts: chosen("verdict"),
    severities: chosen("severity"),
    rule: form.elements.rule?.value ?? "",
    text: form.elements.text.value.trim().toLowerCase(),
  });

  // Each shows what fits and returns how many findings it still has.
  function filterGroup(group, wanted, text) {
    const { severity, rule } = group.node.dataset;
    const fits = (wanted.severities?.has(severity) ?? true) && [rule, ""].includes(wanted.rule);
    let left = 0;
    for (const finding of group.findings) {
      finding.hidden = !fits || (text !== "" && !says(finding, group, text));
      left += finding.hidden ? 0 : 1;
    }
    group.node.hidden = left === 0;
    return left;
  }
  function filterReport(report, wanted) {
    const isNamed = report.name.includes(wanted.text);
    const isWhole = isNamed && wanted.severities === null && wanted.rule === "";
    let left = 0;
    for (const part of report.parts) {
      let here = 0;
      for (const group of part.groups) here += filterGroup(group, wanted, isNamed ? "" : wanted.text);
      part.node.hidden = here === 0 && !isWhole;
      left += here;
    }
    const isJudged = wanted.verdicts?.has(report.node.dataset.verdict) ?? true;
    report.node.hidden = !isJudged || (left === 0 && !isWhole);
    return report.node.hidden ? 0 : left;
  }
  function filter() {
    const wanted = asked();
    const findings = reports.reduce((sum, report) => sum + filterReport(report, wanted), 0);
    const shown = reports.filter((report) => !report.node.hidden).length;
    document.getElementById("none").hidden = shown > 0;
    const output = form.querySelector("output");
    output.value = output.dataset.shown.replace("{reports}", shown).replace("{findings}", findings);
  }
  const reset = () => { form.reset(); filter(); };

  const foldable = reports.map((report) => report.node).filter((node) => node.tagName === "DETAILS");
  const openAll = (open) => { for (const node of foldable) node.open = open; };
  const reveal = (node) => {
    const report = node?.closest("details");
    if (report) report.open = true;
  };

  function go(step) {
    const list = all(".finding").filter((one) => one.closest("[hidden]") === null);
    if (list.length === 0) return;
    const at = list.indexOf(document.activeElement.closest(".finding"));
    const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1)
      : (at + step + list.length) % list.length];
    reveal(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  // The cells of the finding under the pointer are shown, else of the one with the focus.
  let lit = [];
  function light(event) {
    const finding = event.target.closest?.("[data-cells]")
      ?? document.activeElement.closest("[data-cells]");
    for (const cell of lit) cell.classList.remove("on");
    lit = finding ? finding.dataset.cells.split(" ")
      .map((id) => document.getElementById(id)).filter(Boolean) : [];
    for (const cell of lit) cell.classList.add("on");
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && form) reset();
    if (event.target.closest("input[type=search], select")) return;
    if (event.key === "/" && form) {
      event.preventDefault();
      form.elements.text.focus();
    } else if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.unfold?.addEventListener("click", () => openAll(true));
    form.elements.fold?.addEventListener("click", () => openAll(false));
    form.elements.clear.addEventListener("click", reset);
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
    closed = foldable.filter((node) => !node.open);
    openAll(true);
  });
  addEventListener("afterprint", () => { for (const node of closed) node.open = false; });
})();
