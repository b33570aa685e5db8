// A file of a lesson that is opened in the page. It stands below lesson.js.

const fileOf = (text, name = 'one-slope.md', type = 'text/markdown') => new File([text], name, { type });
// As a file arrives that is dropped on a part; whether the browser would have left the page for it.
const dropped = (file, at = document.body, kind = 'drop') => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true });
  // Where a script's own event is given none.
  if (!event.dataTransfer) Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
  return at.dispatchEvent(event);
};
const chosen = (file) => {
  const input = first('.lesson-file input');
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  input.files = dataTransfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
const dialog = () => [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector('dialog.reading[open]')).find(Boolean) || null;
const told = () => [...dialog().querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent).join(': '));
const note = () => first('.reading-note')?.textContent || '';
const checked = () => until('the end of the check', () => note().includes('nothing is wrong'));
const fetched = () => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()).filter((name) => /^reading/.test(name));
