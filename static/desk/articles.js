// What is typed in a story is kept aside every ten seconds, and the desk knows who is busy.
const FIELDS = ["headline", "intro", "body", "rubric", "author", "picture", "trailer"];
const TYPED_EVERY = 10000;
const SIGN_EVERY = 30000;

for (const status of document.querySelectorAll('[data-behaviour="autosave"]')) {
  const form = status.closest("form");
  const address = status.dataset.address;
  const typed = () => FIELDS.map((name) => form.elements[name]?.value ?? "").join("\0");
  let kept = null;
  let saving = false;

  const body = (fields) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const name of fields) data.append(name, form.elements[name]?.value ?? "");
    return data;
  };
  const send = async (fields) => {
    const now = typed();
    const answer = await fetch(address, { method: "POST", body: body(fields) }).catch(() => null);
    if (!answer || answer.redirected || !/json/.test(answer.headers.get("Content-Type"))) {
      status.textContent = fields.length ? status.dataset.failed : "";
      return;
    }
    const told = await answer.json();
    if (told.kept) kept = now;
    const sentence = told.busy || told.refused || told.kept;
    if (sentence && status.textContent !== sentence) status.textContent = sentence;
    status.classList.toggle("autosave--busy", Boolean(told.busy || told.refused));
  };

  // The editor fills its field a moment after the page is there.
  setTimeout(() => { kept = typed(); }, 1000);
  setInterval(() => { if (!saving && kept !== null && typed() !== kept) send(FIELDS); }, TYPED_EVERY);
  setInterval(() => { if (!saving) send([]); }, SIGN_EVERY);
  form.addEventListener("submit", () => { saving = true; });
  // Back to a page that the browser had put by.
  addEventListener("pageshow", () => { saving = false; });
  addEventListener("pagehide", () => {
    if (saving) return;
    const leave = (fields) => {
      const leaving = body(fields);
      leaving.append("leaving", "1");
      return navigator.sendBeacon(address, leaving);
    };
    // In one go, since of two the last may come first; too much for a beacon is not sent.
    const left = kept !== null && typed() !== kept && leave(FIELDS);
    if (!left) leave([]);
  });
}
