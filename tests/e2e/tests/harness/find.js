// Finds what a person would call by a role and a name: arguments[0] is the role, arguments[1] the exact name, a
// /pattern/, or null for any; arguments[2], if given, the element to look in. Returns the elements that can be seen.
const [role, name, within] = arguments;
const selectors = {
  alert: "[role=alert]",
  article: "article",
  button: "button, summary, [role=button]",
  cell: "td, [role=cell]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  contentinfo: "footer",
  columnheader: "th[scope=col], th[scope=colgroup], [role=columnheader]",
  combobox: "select, [role=combobox]",
  deletion: "del",
  dialog: "dialog[open], [role=dialog]",
  document: "body",
  group: "fieldset, details, [role=group]",
  heading: "h1, h2, h3, h4, h5, h6",
  img: "img, svg[role=img], [role=img]",
  insertion: "ins",
  link: "a[href]",
  list: "ul, ol",
  listitem: "li",
  main: "main",
  navigation: "nav",
  option: "option, [role=option]",
  radio: "input[type=radio], [role=radio]",
  radiogroup: "[role=radiogroup], fieldset",
  region: "section, [role=region]",
  row: "tr",
  rowheader: "th[scope=row], [role=rowheader]",
  searchbox: "input[type=search], [role=searchbox], [role=combobox]",
  status: "[role=status], [aria-live], output",
  table: "table",
  text: "p, li, td, th, dd, dt, span, h1, h2, h3, h4, label, legend, caption, a, button, summary, strong, code, time, div",
  textbox: "input:not([type]), input[type=text], input[type=url], input[type=search], input[type=date], textarea",
};
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
// The words of an element, without what is hidden from assistive technology and without its controls.
const words = (node) => {
  if (!node || node.nodeType === Node.TEXT_NODE) return node?.data ?? "";
  if (node.matches?.("[aria-hidden=true], select, textarea, script")) return "";
  return [...node.childNodes].map(words).join("");
};
const byIds = (ids) => ids.split(/\s+/).map((id) => words(document.getElementById(id))).join(" ");
const nameOf = (element) => {
  if (role === "text") return [...element.childNodes].map((node) => node.textContent).join("");
  if (element.hasAttribute("aria-labelledby")) return byIds(element.getAttribute("aria-labelledby"));
  if (element.hasAttribute("aria-label")) return element.getAttribute("aria-label");
  if (element.labels?.length) return [...element.labels].map(words).join(" ");
  const title = element.querySelector(":scope > legend, :scope > caption, :scope > summary, :scope > title");
  if (title && !element.matches("table, button")) return words(title);
  return words(element) || element.getAttribute("alt") || element.getAttribute("title") || element.placeholder;
};
const pattern = name && /^\/(.*)\/(i?)$/s.exec(name);
const fits = (text) => name === null || (pattern ? new RegExp(pattern[1], pattern[2]).test(text) : text === name);
// Radio buttons and checkboxes may lie invisible under the label that draws them.
const seen = (element) =>
  element.matches("option") ||
  [element, ...(element.labels ?? [])].some((each) => each.checkVisibility({ visibilityProperty: true }));
const found = [...(within ?? document).querySelectorAll(selectors[role] ?? role)]
  .filter((element) => seen(element) && fits(plain(nameOf(element))));
// Of nested texts that all hold the words, the innermost is meant.
return role === "text" ? found.filter((each) => !found.some((other) => other !== each && each.contains(other))) : found;
