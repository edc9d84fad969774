// Hears about news from the server as it happens; while it cannot, asks every few seconds.

import {eventsUrl} from './api.js';

const POLL_EVERY_MS = 3_000;
const KINDS = ['message', 'card', 'clock', 'status', 'quota'];

/** Fires `news` (detail: {kind, data}), `missed` (ask for everything) and `poll` (ask for what is on the screen). */
export class Live extends EventTarget {
    /** Set while calls fail, although the line may seem to be open. */
    inDoubt = false;
    #source;

    start() {
        this.#open();
        setInterval(() => this.#tick(), POLL_EVERY_MS);
        document.addEventListener('visibilitychange', () => document.hidden || this.#fire('missed'));
    }

    #open() {
        this.#source = new EventSource(eventsUrl);
        // What was said before the line was open did not come through it.
        this.#source.addEventListener('open', () => this.#fire('missed'));
        for (const kind of KINDS) {
            this.#source.addEventListener(kind, event => this.#fire('news', {kind, data: JSON.parse(event.data)}));
        }
    }

    #tick() {
        if (document.hidden || (this.#source.readyState === EventSource.OPEN && !this.inDoubt)) return;
        this.#fire('poll');
        if (this.#source.readyState === EventSource.CLOSED) this.#open();
    }

    #fire(type, detail) {
        this.dispatchEvent(new CustomEvent(type, {detail}));
    }
}
