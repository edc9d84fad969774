// What the page knows: people, conversations, their messages, what has been read, what is being sent. Says `changed` when it learns more.

import * as api from './api.js';
import {recall, keep} from './memory.js';

const MANY = 50;

export class Store extends EventTarget {
    people = new Map();
    robots = new Map();
    me = null;
    openId = null;
    #conversations = [];
    #talks = new Map();
    #asking = new Map();
    #read = {};

    /** Reads who there is and which conversations there are. */
    async load() {
        const [people, conversations, status] = await Promise.all([api.people(), api.conversations(), api.status()]);
        this.people = new Map(people.map(person => [person.staffId, person]));
        this.robots = new Map(status.apps.map(app => [app.clientId, app.robot]));
        this.#conversations = conversations;
        this.#tell('people');
    }

    /** Becomes a person: only that person's conversations are seen from now on. */
    async become(staffId) {
        this.me = this.people.get(staffId);
        this.#talks.clear();
        this.#read = recall(`read.${staffId}`, {});
        this.openId = null;
        this.#tell('me');
        await this.refreshAll();
    }

    open(conversationId) {
        this.openId = conversationId;
        this.#tell('open');
    }

    /** The chosen person's conversations, the last active first. */
    conversations() {
        const mine = this.#conversations.filter(each => this.me && each.members.includes(this.me.staffId));
        return mine.sort((a, b) => this.#lastAt(b) - this.#lastAt(a) || a.title.localeCompare(b.title, 'zh-CN'));
    }

    conversation(id) {
        return this.#conversations.find(each => each.openConversationId === id);
    }

    messages(id) {
        return this.#talks.get(id)?.list ?? [];
    }

    last(id) {
        return this.messages(id).at(-1);
    }

    byMsgId(id, msgId) {
        return this.messages(id).find(message => message.msgId === msgId);
    }

    isRobot(message) {
        return !this.people.has(message.from);
    }

    nameOf(message) {
        return this.people.get(message.from)?.name ?? this.robots.get(message.from) ?? '群机器人';
    }

    unread(id) {
        const read = this.#read[id] ?? 0;
        return this.messages(id).filter(message => message.seq > read && message.from !== this.me?.staffId).length;
    }

    markRead(id) {
        const seq = this.last(id)?.seq ?? 0;
        if (seq <= (this.#read[id] ?? 0)) return;
        this.#read[id] = seq;
        keep(`read.${this.me.staffId}`, this.#read);
        // The robot's reader, as on a phone; what does not get through is told with the next message.
        api.read(id, this.me.staffId).catch(() => {});
        this.#tell('read');
    }

    /** A card shows something else now. */
    replace(id, message) {
        const list = this.messages(id);
        const index = list.findIndex(each => each.msgId === message.msgId);
        if (index < 0) return;
        list[index] = message;
        this.#tell('replaced', {id});
    }

    async refreshAll() {
        await Promise.all(this.conversations().map(each => this.refresh(each.openConversationId)));
    }

    /** Fetches what is new in one conversation. Calls that meet are one, and one more after it. */
    async refresh(id) {
        if (!this.conversations().some(each => each.openConversationId === id)) return;
        const running = this.#asking.get(id);
        if (running) {
            running.again = true;
            return running.done;
        }
        const asking = {again: false};
        asking.done = this.#fetch(id, asking).finally(() => this.#asking.delete(id));
        this.#asking.set(id, asking);
        return asking.done;
    }

    async #fetch(id, asking) {
        const me = this.me;
        do {
            asking.again = false;
            const talk = this.#talks.get(id) ?? {list: [], last: 0};
            const fresh = await api.messages(id, talk.last);
            if (this.me !== me) return;
            const news = fresh.filter(message => message.seq > talk.last).sort((a, b) => a.seq - b.seq);
            if (news.length) {
                talk.list.push(...news);
                talk.last = news.at(-1).seq;
                asking.again ||= news.length >= MANY;
            }
            const first = !this.#talks.has(id);
            this.#talks.set(id, talk);
            if (first || news.length) this.#tell('messages', {id, news, first});
        } while (asking.again);
    }

    #lastAt(conversation) {
        const last = this.last(conversation.openConversationId);
        return last ? new Date(last.at).getTime() : 0;
    }

    #tell(what, more = {}) {
        this.dispatchEvent(new CustomEvent('changed', {detail: {what, ...more}}));
    }
}
