// The only way this page makes elements: text always goes in as text.

const SVG = "http://www.w3.org/2000/svg";

/** h("button", {class, on: {click}, data: {...}, ...attributes}, ...children); null and false children are left out. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") Object.entries(value).forEach(([type, listener]) => node.addEventListener(type, listener));
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "vars") Object.entries(value).forEach(([key, text]) => node.style.setProperty(key, text));
  else if (name === "hidden" || name === "disabled" || name === "checked" || name === "value") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
}

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Moves the focus among siblings with arrows, Home and End; for menus and lists. */
export function arrowKeys(container, selector) {
  container.addEventListener("keydown", (event) => {
    const stops = [...container.querySelectorAll(selector)];
    const at = stops.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? stops.length - 1 : at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (next === undefined || !stops.length || event.target.matches("input") && ["Home", "End"].includes(event.key)) return;
    event.preventDefault();
    stops[(next + stops.length) % stops.length].focus();
  });
}
