// Hears about news from the server as it happens; while it cannot, asks every few seconds.

import {eventsUrl} from './api.js';

const POLL_EVERY_MS = 3_000;
const KINDS = ['message', 'clock', 'status', 'quota'];

/** Fires `news` (detail: {kind, data}), `missed` (ask for everything) and `poll` (ask for what is on the screen). */
export class Live extends EventTarget {
    #source;
    #wasOpen = false;

    start() {
        this.#open();
        setInterval(() => this.#tick(), POLL_EVERY_MS);
        document.addEventListener('visibilitychange', () => document.hidden || this.#fire('missed'));
    }

    #open() {
        this.#source = new EventSource(eventsUrl);
        this.#source.addEventListener('open', () => {
            if (this.#wasOpen) this.#fire('missed');
            this.#wasOpen = true;
        });
        for (const kind of KINDS) {
            this.#source.addEventListener(kind, event => this.#fire('news', {kind, data: JSON.parse(event.data)}));
        }
    }

    #tick() {
        if (this.#source.readyState === EventSource.OPEN || document.hidden) return;
        this.#fire('poll');
        if (this.#source.readyState === EventSource.CLOSED) this.#open();
    }

    #fire(type, detail) {
        this.dispatchEvent(new CustomEvent(type, {detail}));
    }
}
