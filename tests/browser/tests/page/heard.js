// Writes down what a screen reader would say by itself: the text of every live region that changes, through all shadow trees.

window.heard = [];
const REGIONS = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output';

function regionOf(node) {
  for (let at = node; at; at = at.parentNode || at.host) if (at.nodeType === 1 && at.matches(REGIONS)) return at;
  return null;
}

// A tree that is made, and then found in the page, is one tree.
const watched = new WeakSet();

function watch(root) {
  if (watched.has(root)) return;
  watched.add(root);
  const meet = (records) => {
    const met = new Set();
    for (const { target, addedNodes } of records) {
      met.add(regionOf(target));
      addedNodes.forEach(adopt);
    }
    // What is not there to be seen is not read either; what has just come into the page was no live region before.
    for (const region of met) if (region && region.isConnected && region.checkVisibility() && region.textContent.trim()) window.heard.push(region.textContent.trim());
  };
  new MutationObserver(meet).observe(root, { subtree: true, childList: true, characterData: true });
  adopt(root);
}

function adopt(node) {
  if (!node.querySelectorAll) return;
  for (const part of [node, ...node.querySelectorAll('*')]) if (part.shadowRoot) watch(part.shadowRoot);
}

const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (...parts) {
  const root = attachShadow.apply(this, parts);
  watch(root);
  return root;
};
watch(document);
