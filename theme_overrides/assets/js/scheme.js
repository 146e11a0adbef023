// Light or dark: the reader's choice, stored on this device; without one, the system's. Loaded in the head, so that a page
// never flashes in the wrong colours. Without scripts the button stays hidden and the system decides.
(() => {
  const KEY = "phaen-scheme";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is switched off
    }
  };

  const shown = () => root.dataset.scheme ?? (dark.matches ? "dark" : "light");

  const chosen = remembered();
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".scheme");
    const label = () => {
      button.textContent = shown() === "dark" ? button.dataset.light : button.dataset.dark;
    };
    button.hidden = false;
    label();
    dark.addEventListener("change", label);
    button.addEventListener("click", () => {
      root.dataset.scheme = shown() === "dark" ? "light" : "dark";
      try {
        localStorage.setItem(KEY, root.dataset.scheme);
      } catch {
        // then it applies to this page only
      }
      label();
    });
  });
})();
