"use strict";
const live = document.getElementById("live");
const message = document.getElementById("message");
const sleep = (seconds) => new Promise((resume) => setTimeout(resume, 1000 * seconds));
const SILENT = "The server does not answer.";
let turn = 0;

// Put in what changed, and nothing else: an entry that is open stays open, and the focus stays where it is.
function take(fresh) {
  for (const part of document.querySelectorAll(".live")) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML) part.replaceChildren(...other.cloneNode(true).childNodes);
  }
  const list = document.getElementById("entries");
  for (const old of [...list.children]) if (!fresh.getElementById(old.id)) old.remove();
  let before = null;
  for (const item of [...fresh.getElementById("entries").children]) {
    let here = document.getElementById(item.id);
    if (!here) {
      here = document.importNode(item, true);
      list.insertBefore(here, before ? before.nextSibling : list.firstChild);
    } else {
      for (const part of ["summary", ".exchange"]) {
        const [old, now] = [here.querySelector(part), item.querySelector(part)];
        if (old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
      }
    }
    before = here;
  }
}

async function ask(address, options) {
  const mine = ++turn;
  try {
    const reply = await fetch(address, options);
    const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
    if (mine !== turn) return;
    if (options) message.textContent = fresh.getElementById("message").textContent;
    else if (message.textContent === SILENT) message.textContent = "";
    take(fresh);
  } catch {
    if (mine === turn) message.textContent = SILENT;
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target; // its fields hide its own properties: form.action is a button
  if (form.method !== "post") return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  await ask(form.getAttribute("action"), { method: "POST", body });
});

(async () => {
  live.parentElement.hidden = false;
  for (;;) {
    await sleep(1);
    if (live.checked && !document.hidden) await ask(location.href);
  }
})();
