/* Tailoring: the questions of a guide are asked, and what an answer makes needless folds to a line.
 *
 * Without this script the questions stand there with what each answer changes, and each part says who needs it. */
((ss) => {
  "use strict";

  const { all, guide, words } = ss;
  const block = document.querySelector(".ss-options");
  if (!guide || !block) return;

  const questions = new Map(all("[data-ss-option]").map((one) => [one.dataset.ssOption, one]));
  const everything = ss.part("everything");
  let showsAll = false;

  const children = (node) => [...node.childNodes].map((child) => child.cloneNode(true));

  /* One answer: the words that stand there become the label of a real radio button. */
  function answer(option, value, ...label) {
    const row = ss.part("answer");
    const radio = row.querySelector("input");
    radio.name = `ss:${option}`;
    radio.value = value;
    row.querySelector("label").append(...label);
    return row;
  }

  function asked(question, option) {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    const ask = question.querySelector(".ss-option__ask");
    legend.className = ask.className;
    legend.append(...ask.childNodes);
    group.className = "ss-option__group";
    group.append(legend);
    for (const item of all("[data-ss-answer]", question)) {
      const [label, effect] = [item.querySelector(".ss-when__answer"), item.querySelector(".ss-option__effect")];
      const row = answer(option, item.dataset.ssAnswer, label);
      row.append(" ", effect);
      group.append(row);
    }
    group.append(answer(option, "", words.undecided));
    question.replaceChildren(group);
  }

  /* The clauses of a condition: `account=main,sub watchdog=yes`. */
  function clauses(condition) {
    return condition.dataset.ssWhen.split(" ").map((clause) => {
      const [option, answers] = clause.split("=");
      return { option, answers: answers.split(",") };
    });
  }

  const conditions = all("[data-ss-when]").map((node) => ({ part: node.parentElement, clauses: clauses(node) }));
  const sections = all("[data-ss-section]");

  /* The parts that a section's condition speaks for: itself and the deeper ones that follow it. */
  function spokenFor(part) {
    const index = sections.indexOf(part);
    if (index < 0) return [part];
    const deeper = sections.slice(index + 1);
    const end = deeper.findIndex((one) => one.dataset.ssLevel <= part.dataset.ssLevel);
    return [part, ...(end < 0 ? deeper : deeper.slice(0, end))];
  }

  function lineFor(part, { option }, value) {
    const line = ss.part("off");
    const question = questions.get(option);
    const chosen = all("input", question).find((radio) => radio.value === value);
    const box = part.matches(".ss-step") && part.querySelector("[data-ss-kind=step]");
    line.querySelector("[data-ss-number]").textContent = box ? guide.numberOf(box) : "";
    line.querySelector("[data-ss-ask]").append(...children(question.querySelector("legend")));
    line.querySelector("[data-ss-answer]").append(...children(chosen.closest("label").querySelector(".ss-when__answer")));
    return line;
  }

  function fold(part, clause, value) {
    part.setAttribute("data-ss-off", "");
    part.prepend(lineFor(part, clause, value));
  }

  function apply({ options }) {
    for (const part of all("[data-ss-off]")) {
      part.removeAttribute("data-ss-off");
      part.querySelector(":scope > .ss-off").remove();
    }
    for (const [option, question] of questions) {
      const value = isAnswered(option, options) ? options[option] : "";
      for (const radio of all("input", question)) radio.checked = radio.value === value;
    }
    for (const { part, clauses } of conditions) {
      const failed = clauses.find(({ option, answers }) => isAnswered(option, options) && !answers.includes(options[option]));
      if (!failed) continue;
      for (const one of spokenFor(part)) if (!one.matches("[data-ss-off]")) fold(one, failed, options[failed.option]);
    }
    everything.hidden = !document.querySelector("[data-ss-off]");
    for (const box of guide.boxes) box.disabled = guide.isOff(box) && !showsAll;
  }

  /* An answer that the guide has no longer is none. */
  function isAnswered(option, options) {
    const question = questions.get(option);
    return Boolean(question && options[option] && all("input", question).some((one) => one.value === options[option]));
  }

  function showAll() {
    showsAll = !showsAll;
    document.documentElement.toggleAttribute("data-ss-show-all", showsAll);
    everything.setAttribute("aria-pressed", String(showsAll));
    for (const box of guide.boxes) box.disabled = guide.isOff(box) && !showsAll;
  }

  for (const [option, question] of questions) asked(question, option);
  block.append(everything);
  everything.addEventListener("click", showAll);
  block.addEventListener("change", ({ target }) => {
    const question = target.closest("[data-ss-option]");
    if (!question) return;
    guide.change(({ options }) => {
      if (target.value) options[question.dataset.ssOption] = target.value;
      else delete options[question.dataset.ssOption];
    });
    const { total } = guide.progress();
    ss.announce(ss.plural(words.steps_left, total));
  });
  guide.chosen.push(apply);
})(window.stepsheet);
