// Light or dark: the reader's choice, else the system's.

const KEY = "zvonok.theme";
const system = matchMedia("(prefers-color-scheme: dark)");

export const shownTheme = () => document.documentElement.dataset.theme;

function apply() {
  document.documentElement.dataset.theme = localStorage.getItem(KEY) || (system.matches ? "dark" : "light");
}

export function startTheme() {
  apply();
  system.addEventListener("change", apply);
}

/** Choosing what the system has anyway gives the choice back to the system. */
export function setTheme(theme) {
  if (theme === (system.matches ? "dark" : "light")) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  apply();
}
