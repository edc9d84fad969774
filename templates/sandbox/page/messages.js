// The stream of messages of the open conversation. It moves only when the reader is at its end.

import {el, button, icon} from './dom.js';
import {bubble, pendingBubble} from './bubble.js';
import {dayOf, dayName, instant} from './times.js';

const PAGE = 100;
const NEAR_END_PX = 80;
const TOGETHER_MS = 5 * 60_000;

/** @param {{store: object, outbox: object, now: () => Date, quote: (message) => void, chooseWho: () => void}} page */
export function messageStream(root, pill, {store, outbox, now, quote, chooseWho}) {
    const list = el('div', {class: 'message-list'});
    const pending = el('div', {class: 'message-list'});
    root.append(list, pending);
    let from = 0;
    let missed = 0;
    let atEnd = true;
    let place = 0;

    // The reader leaves the end by scrolling up. What grows below is no leaving, although the place is far from the end for a moment.
    root.addEventListener('scroll', () => {
        const up = root.scrollTop < place;
        place = root.scrollTop;
        if (root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_END_PX) atEnd = true;
        else if (up) atEnd = false;
        if (atEnd) seen();
    }, {passive: true});
    // Pictures grow after they are drawn, and the composer takes room.
    const follow = new ResizeObserver(() => atEnd && toEnd());
    [root, list, pending].forEach(each => follow.observe(each));
    pill.addEventListener('click', () => {
        toEnd();
        root.focus();
    });
    document.addEventListener('visibilitychange', seen);

    /** Draws the open conversation anew, at its end. */
    function draw() {
        from = Math.max(0, messages().length - PAGE);
        atEnd = true;
        redraw();
        toEnd();
        seen();
    }

    function redraw() {
        const shown = messages().slice(from);
        list.replaceChildren(...earlier(), ...shown.flatMap((message, index) => entry(message, shown[index - 1])));
        if (!store.me) list.append(welcome(chooseWho));
        else if (store.openId && !messages().length) list.append(nothingYet());
        drawPending();
    }

    function append(news) {
        if (messages().length === news.length) return draw();
        let before = messages().at(-news.length - 1);
        for (const message of news) {
            list.append(...entry(message, before));
            before = message;
        }
        drawPending();
        if (atEnd) {
            toEnd();
            seen();
        } else {
            missed += news.filter(each => each.from !== store.me.staffId).length;
            drawPill();
        }
    }

    function drawPending() {
        pending.replaceChildren(...outbox.of(store.openId).map(each =>
            pendingBubble(each, {store, retry: () => outbox.retry(each), drop: () => outbox.drop(each)})));
    }

    const messages = () => store.messages(store.openId);

    function entry(message, before) {
        const at = instant(message.at);
        const newDay = !before || dayOf(instant(before.at)) !== dayOf(at);
        const follows = !newDay && before.from === message.from && at - instant(before.at) < TOGETHER_MS;
        const drawn = bubble(message, {store, conversationId: store.openId, follows, quote});
        return newDay ? [el('p', {class: 'day'}, el('span', {text: dayName(at, now())})), drawn] : [drawn];
    }

    function earlier() {
        if (from === 0) return [];
        return [button({class: 'text-button earlier', text: '更早的消息', on: {click: showEarlier}})];
    }

    function showEarlier() {
        const height = root.scrollHeight;
        from = Math.max(0, from - PAGE);
        redraw();
        root.scrollTop += root.scrollHeight - height;
    }

    function seen() {
        if (document.hidden || !atEnd || !store.openId || !root.offsetParent) return;
        missed = 0;
        drawPill();
        store.markRead(store.openId);
    }

    function toEnd() {
        root.scrollTop = root.scrollHeight;
        atEnd = true;
    }

    function drawPill() {
        pill.hidden = missed === 0;
        pill.textContent = `${missed} 条新消息 ↓`;
    }

    return {draw, redraw, append, drawPending, toEnd, seen};
}

const welcome = chooseWho => el(
    'div',
    {class: 'welcome'},
    el('span', {class: 'face robot', 'aria-hidden': 'true'}, icon('leaf')),
    el('h3', {text: '在这里试用工作群机器人'}),
    el('p', {text: '上报问题、查期限、看排名，和在钉钉群里一样。人员和数据都是虚构的，时间可以快进。'}),
    button({class: 'button strong', text: '选择身份，开始试用', on: {click: chooseWho}}),
);

const nothingYet = () => el('p', {class: 'empty', text: '还没有消息。点下面的“/帮助”，看看机器人能做什么。'});
