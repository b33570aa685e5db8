// Defines <activation-lab> when it is imported, from one file that needs no other.
export * from './index.js';
export { default } from './anywidget.js';
