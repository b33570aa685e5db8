// What axe-core has to say against what is seen now. `found` answers with a line for each fault; the script of axe has been run before.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function found(where, context = document) {
  const { violations } = await axe.run(context, { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] });
  const line = (id, { target, html, any, all, none }) => `${where}: ${id} at ${target.flat().join(' » ')}: ${html.slice(0, 160)} (${[...any, ...all, ...none].map(({ message }) => message).join('; ')})`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => line(id, node)));
}

// Every theme in turn; what glides between them has come to rest.
async function inThemes(where, look) {
  const all = [];
  for (const theme of ['light', 'dark', 'projector']) {
    ActivationLab.setTheme(theme);
    await pause(400);
    all.push(...await look(`${where}, ${theme}`));
  }
  ActivationLab.setTheme('');
  return all;
}

// Each of the parts that open on demand, with all controls; and the list of activations by itself, which lies over what is below it.
async function opened(figure, look) {
  figure.scrollIntoView({ behavior: 'instant' });
  await drawn(figure);
  await new Promise((done) => figure.whenComplete(() => done()));
  for (const fold of every(figure, 'details.more')) fold.open = true;
  const tabs = every(figure, '.tabs button').filter((tab) => tab.getClientRects().length);
  for (const tab of tabs) if (tab.getAttribute('aria-expanded') === 'true') tab.click();
  const all = await look('closed');
  for (const tab of tabs) {
    tab.click();
    await pause(50);
    all.push(...await look(tab.textContent));
  }
  const adder = every(figure, 'details.adder').find((one) => one.getClientRects().length);
  if (!adder) return all;
  adder.open = true;
  all.push(...await look('the list', { fromShadowDom: [`activation-lab[figure=${figure.figure}]`, 'details.adder'] }));
  adder.open = false;
  return all;
}
