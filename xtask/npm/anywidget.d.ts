// The figure as an anywidget.

/** The model's side, as Jupyter and its kin offer it. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, action: () => void): void;
  off(event: string, action: () => void): void;
}

declare const widget: {
  initialize(context: { model: Model }): Promise<void>;
  /** Shows the model's figure in an element; the answer takes it away again. */
  render(context: { model: Model; el: HTMLElement }): Promise<() => void>;
};
export default widget;
