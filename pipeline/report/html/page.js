const form = document.forms[0], count = form.querySelector("output");
const findings = [...document.querySelectorAll(".finding")];
const show = () => {
  const chosen = new FormData(form), kinds = chosen.getAll("severity"), rule = chosen.get("rule");
  let n = 0;
  for (const f of findings) {
    f.hidden = !kinds.includes(f.dataset.severity) || rule && rule !== f.dataset.rule;
    n += !f.hidden;
  }
  for (const s of document.querySelectorAll("section.file")) s.hidden = !s.querySelector(".finding:not([hidden])");
  count.textContent = count.dataset.text.replace("0", n);
};
form.addEventListener("change", show);
form.addEventListener("submit", e => e.preventDefault());
form.hidden = false;
show();
