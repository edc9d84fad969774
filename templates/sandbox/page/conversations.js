// The list on the left: groups and private chats with their last line, its time, and how much is unread.

import {el, button, moveFocusByArrows} from './dom.js';
import {groupFace, robotFace} from './faces.js';
import {briefOf} from './content.js';
import {briefly, instant} from './times.js';

/** @param {{store: object, now: () => Date, choose: (id: string) => void}} page */
export function conversationList(root, {store, now, choose}) {
    moveFocusByArrows(root, () => [...root.querySelectorAll('button')]);

    return function draw() {
        const focused = root.contains(document.activeElement) ? document.activeElement.dataset.id : null;
        const all = store.conversations();
        const inTabOrder = all.some(each => each.openConversationId === store.openId) ? store.openId : all[0]?.openConversationId;
        root.replaceChildren(...all.map(each => el('li', {}, line(each, each.openConversationId === inTabOrder))));
        if (focused) [...root.querySelectorAll('button')].find(each => each.dataset.id === focused)?.focus();
    };

    function line(conversation, inTabOrder) {
        const id = conversation.openConversationId;
        const last = store.last(id);
        const unread = store.unread(id);
        return button(
            {
                class: 'conversation',
                'aria-current': id === store.openId ? 'true' : null,
                tabindex: inTabOrder ? '0' : '-1',
                data: {id},
                on: {click: () => choose(id)},
            },
            conversation.type === 'private' ? robotFace() : groupFace(conversation.title),
            el('span', {class: 'conversation-name', text: titleOf(conversation)}),
            last && el('time', {class: 'conversation-time', datetime: last.at, text: briefly(instant(last.at), now())}),
            el('span', {class: 'conversation-last', text: last ? lastLine(conversation, last) : '还没有消息'}),
            unread > 0 && el('span', {class: 'badge'}, unread > 99 ? '99+' : String(unread), el('span', {class: 'unseen', text: '条未读'})),
        );
    }

    function lastLine(conversation, last) {
        const brief = briefOf(last);
        return conversation.type === 'private' || last.from === store.me.staffId ? brief : `${store.nameOf(last)}：${brief}`;
    }
}

/** A private chat is called after whom one talks to. */
export const titleOf = conversation => (conversation.type === 'private' ? '机器人（单聊）' : conversation.title);
