// The Share dialog, as a person goes through it. What these offer stands before each script of share.rs.

const dialogOf = (figure) => inside(figure, 'dialog.share');
const within = (figure, selector) => dialogOf(figure).querySelector(selector);
const snippet = (figure) => within(figure, '[role=tabpanel] textarea').value;

// Opens the dialog of a figure and waits for its complete view.
async function opened(figure) {
  await new Promise((done) => figure.whenDrawn(done));
  inside(figure, '.take').click();
  await until('the dialog', () => dialogOf(figure) && dialogOf(figure).open);
  await rested(figure);
}

// Until what is offered is that of the figure in the preview.
async function rested(figure) {
  const preview = within(figure, 'activation-lab');
  let before;
  await until('the preview to rest', async () => {
    await new Promise((done) => preview.whenComplete(() => done()));
    await pause(80);
    const now = within(figure, '[role=tabpanel]').textContent + snippetOrNot(figure) + preview.shadowRoot.querySelector('.lab').offsetHeight;
    const same = now === before && isDrawn(preview);
    before = now;
    return same;
  });
}

function snippetOrNot(figure) {
  const field = within(figure, '[role=tabpanel] textarea');
  return field ? field.value : '';
}

// Presses what has this text.
async function press(figure, selector, text) {
  const found = [...dialogOf(figure).querySelectorAll(selector)].find((part) => part.textContent.trim() === text);
  sure(found, `there is no ${text} among ${[...dialogOf(figure).querySelectorAll(selector)].map((part) => part.textContent)}`);
  found.click();
  await rested(figure);
}

const choose = (figure, text) => press(figure, '.choices label', text);
const tab = (figure, text) => press(figure, '[role=tab]', text);

// What would be saved: names and contents, instead of files.
function savings(win = window) {
  const saved = [];
  win.ActivationLab.save = (content, type, name) => saved.push({ content, type, name });
  return saved;
}
