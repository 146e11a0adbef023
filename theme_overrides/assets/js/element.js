// Creates elements of a page. All strings are inserted as text, never as HTML.
export const element = (name, properties = {}, ...children) => {
  const { attributes = {}, ...others } = properties;
  const made = Object.assign(document.createElement(name), others);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
};
export const notice = (kind, text) => element("p", { className: `notice notice--${kind}`, textContent: text });
