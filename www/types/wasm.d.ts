// What wasm-bindgen declares: `cargo xtask build` writes this file.

declare namespace wasm_bindgen {

    /**
     * One figure with its settings.
     */
    export class Lab {
        free(): void;
        /**
         * Presses a button of the figure.
         */
        act(id: string): void;
        /**
         * Adds an activation to a chooser; returns what is wrong with it, if anything is.
         */
        add(id: string, text: string): string | undefined;
        /**
         * Lets time pass. Time waits until a view is complete and was asked for, and pauses once where something came to an end.
         */
        advance(seconds: number): Tick;
        /**
         * The helper's answer to an errand, as far as it has come; one that is not wanted any more is thrown away. Returns whether it was wanted.
         */
        answer(errand: Float64Array | number[], words: Float64Array | number[]): boolean;
        /**
         * Starts from the factory state and applies a link's text (`depth=20&weight=1.5`).
         * What the link does not say of what is shown is as the host of the figure says, or all where the link is read `alone`.
         * Returns, as a JSON list, one note for each part that was ignored.
         */
        apply(link: string, alone: boolean): Json<string[]>;
        /**
         * The whole data table; an error while the view is not complete.
         */
        csv(): string;
        /**
         * What the pointer could do here, as a CSS cursor.
         */
        cursor(plot: number, x: number, y: number, width: number, height: number, theme: string): string;
        /**
         * What a plot shows, in words.
         */
        describe(plot: number): string;
        /**
         * Draws one plot on a canvas that is shown `width` by `height` CSS pixels large on a screen of that device pixel ratio.
         * What the entry `lit` of the legend names is pointed out, if one is given: all else stands back.
         */
        draw(plot: number, canvas: HTMLCanvasElement, width: number, height: number, ratio: number, theme: string, lit?: number | null): void;
        /**
         * The same from a field; returns whether the text is taken. What is wrong stands in the panel, as [`Refusals`] says.
         */
        enter(id: string, text: string): boolean;
        /**
         * What the helper is to find out for the present view, if anything.
         */
        errand(): Float64Array | undefined;
        /**
         * Works on the view for so many milliseconds, or until it is complete, and returns whether it is.
         * The work is done here, whoever else is at it: a page that is to be printed cannot wait for another thread.
         */
        finish(milliseconds: number): boolean;
        /**
         * What differs from all of the figure in its factory state, in the spelling of links.
         */
        hash(): string;
        /**
         * Whether a finger that is put here takes hold of a point, so that it must not scroll the page.
         */
        holds(plot: number, x: number, y: number, width: number, height: number, theme: string): boolean;
        /**
         * Whether all of the present view is computed; only then are there files of it.
         */
        is_complete(): boolean;
        /**
         * Whether all of the figure is shown although less was asked for.
         */
        is_whole(): boolean;
        /**
         * The entry of the legend that names what is drawn at this place.
         */
        key_at(plot: number, x: number, y: number, width: number, height: number, theme: string): number | undefined;
        /**
         * From now on there is somebody elsewhere for the long work, see [`Lab::errand`], or nobody any more.
         *
         * To be called as soon as it is known: a first picture that takes little is still made here, without an errand, so that it waits for nobody.
         */
        lend(elsewhere: boolean): void;
        /**
         * The named numbers of the present state, as a JSON list; what is still being computed is `null` and says so.
         */
        measures(): Json<Measure[]>;
        /**
         * The figure of that name in its factory state; an error if there is none, or if this module does not draw it.
         */
        constructor(figure: string);
        /**
         * Everything that HTML shows beside the pictures, as JSON; colours are those of `theme`.
         */
        panel(theme: string): Json<Panel>;
        /**
         * What the pointer does to a plot of that size at that place, in CSS pixels from its top left corner.
         *
         * `kind` is `down`, `move` (with a press), `hover` (without one), `leave`, `up` or `zoom`; `amount` is the zoom's factor (above 1: a wider range).
         * Returns whether anything changed; `hover` and `leave` change what is seen and never what is written.
         */
        pointer(plot: number, kind: PointerKind, x: number, y: number, width: number, height: number, amount: number, theme: string): boolean;
        /**
         * All about a question over the figure; in a module that cannot ask, nothing.
         *
         * `ask` asks what stands in the lines of `text`, and covers the answer: the kind, the plot, what of it is asked for, from where and to where its axis has to reach, and how the page calls what is covered, the prediction, the truth, and what lies between.
         * `commit`: the prediction stands; `reveal`: it does, and is seen beside the truth. `unask`: as if nothing had been asked.
         * `expect` moves the prediction at one of its places to a position on the value axis, and `type` to the value in `text`; the answer is empty where that is none.
         * `holds` says whether the comparisons in the lines of `text` do, without a question: it answers nothing where one does not.
         * `stands`, without a question as well, tells what is on the left of each of them.
         * `heard`, without a question as well, tells as JSON what can be heard of the plot at `place`, where `text` is its width, its height and the theme; nothing as long as an answer is covered.
         * `expected` tells where it stands there, and `gap` how far from what there is in a complete view, both as JSON.
         */
        question(verb: QuestionVerb, text: string, place: number, position: number): string;
        /**
         * Takes the activation at `index` out of a chooser; the last one stays.
         */
        remove(id: string, index: number): void;
        /**
         * Back to shortly before what came to an end.
         */
        replay(): void;
        /**
         * Back to the factory state.
         */
        reset(): void;
        /**
         * One control back to its factory value.
         */
        restore(id: string): void;
        /**
         * Goes on with a view that is not complete; to be called once per frame as long as the panel says so.
         *
         * From now on a view may compute for so many milliseconds: the figures of a page share those of a frame.
         */
        resume(milliseconds: number): void;
        /**
         * Back to the first step.
         */
        rewind(): void;
        /**
         * Sets one control from text; returns what is wrong with it, if anything is.
         */
        set(id: string, text: string): string | undefined;
        /**
         * Sets a parameter of the activation at `index` of a chooser from its field, as [`Lab::enter`] does.
         */
        set_parameter(id: string, index: number, parameter: string, text: string): boolean;
        /**
         * Moves a slider to a position between 0 and its number of positions.
         */
        set_position(id: string, position: number): void;
        /**
         * What the host of the figure says in a link, of a named scene, or of one of the keys that name what is shown, or without a text: says no more. Returns what is wrong with it, if anything is.
         */
        show(key: string, text?: string | null): string | undefined;
        /**
         * Shows all of the figure, or again what was shown before.
         */
        show_whole(whole: boolean): void;
        /**
         * Play is pressed: at the end it starts again, and what has come to an end already does not stop it.
         */
        start(): void;
        /**
         * A key press on a slider: a `fine`, `coarse` or `page` step, upwards where `direction` is positive.
         */
        step(id: string, direction: number, size: StepSize): void;
        /**
         * One press of an arrow key on a parameter's field; at the end of its range it stays.
         */
        step_parameter(id: string, index: number, parameter: string, direction: number, fine: boolean): boolean;
        /**
         * Which controls the page around the figure hides, and which it shows fixed, separated by commas; what the figure says itself goes before that.
         */
        surround(hide: string, lock: string): void;
        /**
         * The figure as a file of its own, as high as it is wanted, or as its plots need; an error while the view is not complete.
         */
        svg(width: number, height: number | null | undefined, theme: string): string;
        /**
         * About twenty representative rows of the data table, and as many of what there is of each layer, in words, as JSON.
         */
        table(): Json<Sample>;
        /**
         * Nothing that was typed into a field of this control is refused any more: it was taken back.
         */
        take_back(id: string): void;
        /**
         * The controls that differ from the factory state, as a JSON object, from the ids of controls to their texts: what an element's attributes say.
         */
        written(): Json<Written>;
        /**
         * The zoom buttons: widens the range of a plot by `factor`, then shifts it by `shift` times its width.
         */
        zoom(plot: number, factor: number, shift: number): void;
    }

    /**
     * What came of some time that passed.
     */
    export enum Tick {
        /**
         * Nothing has changed, and there is more to come: nothing needs to be drawn.
         */
        Idle = 0,
        /**
         * There is something else to be seen, and more to come.
         */
        Moved = 1,
        /**
         * No more is to come; the last of it may still have to be drawn.
         */
        Ended = 2,
    }

    /**
     * The address of a figure in a state that [`Lab::hash`] told: what stands after the `#` of a link.
     */
    export function address(figure: string, state: string): string;

    /**
     * All figures with their controls, and all activations, as JSON.
     */
    export function catalogue(): Json<Catalogue>;

    /**
     * The figure that a link names, if it names one.
     */
    export function figure_of(link: string): string | undefined;

    /**
     * The figure of a link all of which can be read; an error says what of it cannot.
     */
    export function linked(link: string): string;

    /**
     * What a measure of a figure is, in words; an error says which ones it has.
     */
    export function measured(figure: string, name: string): string;

    /**
     * What a complete view shows: its plots and its measures, a line each, as the module that reads lessons takes them.
     */
    export function seen(lab: Lab): string;

    /**
     * Runs once when the module is instantiated.
     */
    export function start(): void;

    /**
     * f, f' or f'' (`order` 0, 1, 2) of an activation at each of `xs`.
     */
    export function values(activation: string, order: number, xs: Float64Array | number[]): Float64Array;

}
declare type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

declare interface InitOutput {
}

declare type SyncInitInput = BufferSource | WebAssembly.Module;

declare namespace wasm_bindgen {
    /**
     * Instantiates the given `module`, which can either be bytes or
     * a precompiled `WebAssembly.Module`.
     *
     * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
     *
     * @returns {InitOutput}
     */
    export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;
}

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
declare function wasm_bindgen (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
