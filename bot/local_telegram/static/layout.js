// Which phones are on the page, remembered in this browser.

const KEY = "zvonok.phones";

/** Slots {userId, role, title}, or null when nothing (or nothing readable) is kept. */
export function saved() {
  try {
    const slots = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(slots) ? slots.filter((slot) => Number.isInteger(slot?.userId)) : null;
  } catch {
    return null;
  }
}

export function save(slots) {
  if (slots) localStorage.setItem(KEY, JSON.stringify(slots));
  else localStorage.removeItem(KEY);
}
