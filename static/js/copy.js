// A button that copies an address; browsers that can't copy never show it.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-behaviour="copy"]')) {
    const status = button.closest(".share").querySelector('[role="status"]');
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.address);
      status.textContent = button.textContent = button.dataset.done;
      setTimeout(() => {
        button.textContent = label;
        status.textContent = "";
      }, 4000);
    });
  }
}
