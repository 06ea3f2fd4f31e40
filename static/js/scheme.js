// Light or dark changes in place; without this file the form loads the page again.
const grounds = { donker: ["dark", "#13110f"], licht: ["light", "#fbf9f5"] };

for (const form of document.querySelectorAll('[data-behaviour="scheme"]')) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const choice = event.submitter.value;
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const kept = await fetch(form.action, { method: "POST", body, redirect: "manual" })
      .then((answer) => answer.ok || answer.type === "opaqueredirect")
      .catch(() => false);
    if (!kept) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "weergave", value: choice }));
      form.submit();
      return;
    }
    const [scheme, ground] = grounds[choice];
    document.documentElement.dataset.scheme = scheme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = ground;
    form.querySelector(`button:not([value="${choice}"])`).focus({ preventScroll: true });
  });
}
