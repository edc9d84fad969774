// What the person has sent and the server has not confirmed yet. A failure stays visible until it is tried again or removed.

import * as api from './api.js';

/** Fires `changed`, and `failed` when something did not go out. */
export class Outbox extends EventTarget {
    #all = [];
    #store;

    constructor(store) {
        super();
        this.#store = store;
    }

    of(conversationId) {
        return this.#all.filter(each => each.conversationId === conversationId && each.body.senderStaffId === this.#store.me?.staffId);
    }

    /** @param {string[]} previews addresses of the photos as long as the server does not have them */
    send(conversationId, body, previews = []) {
        const pending = {conversationId, body, previews, state: 'sending', error: ''};
        this.#all.push(pending);
        return this.#attempt(pending);
    }

    retry(pending) {
        return this.#attempt(pending);
    }

    drop(pending) {
        this.#all = this.#all.filter(each => each !== pending);
        pending.previews.forEach(URL.revokeObjectURL);
        this.#tell();
    }

    async #attempt(pending) {
        pending.state = 'sending';
        this.#tell();
        try {
            await api.send(pending.conversationId, pending.body);
        } catch (error) {
            pending.state = 'failed';
            pending.error = error.message;
            this.#tell();
            this.dispatchEvent(new Event('failed'));
            return;
        }
        // The message is stored; should fetching it fail, the next refresh brings it.
        await this.#store.refresh(pending.conversationId).catch(() => {});
        this.drop(pending);
    }

    #tell() {
        this.dispatchEvent(new Event('changed'));
    }
}
