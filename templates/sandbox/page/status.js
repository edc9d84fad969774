// The line that an operator looks at: is the robot connected, and how much of the month's quota is used.

import {el, button} from './dom.js';
import * as api from './api.js';

const EVERY_MS = 15_000;

export function statusLine(root) {
    const dot = el('span', {class: 'dot', 'aria-hidden': 'true'});
    const word = el('span', {class: 'status-word', text: '正在连接'});
    const counters = el('dl', {class: 'counters', id: 'counters'});
    const opener = button({class: 'status-button', 'aria-expanded': 'false', 'aria-controls': 'counters', title: '机器人连接和本月用量', on: {click: toggle}}, dot, word);
    root.append(opener, counters);
    root.addEventListener('keydown', event => event.key === 'Escape' && toggle(event, false));
    document.addEventListener('pointerdown', event => root.contains(event.target) || toggle(event, false));
    setInterval(() => document.hidden || read().catch(() => {}), EVERY_MS);

    function toggle(_, open = !root.classList.contains('open')) {
        root.classList.toggle('open', open);
        opener.setAttribute('aria-expanded', String(open));
    }

    async function read() {
        const [status, quota] = await Promise.all([api.status(), api.quota()]);
        drawStatus(status);
        drawQuota(quota);
    }

    function drawStatus(status) {
        const connected = status.connected === true;
        root.dataset.state = connected ? 'on' : 'off';
        word.textContent = connected ? '机器人在线' : '机器人离线';
    }

    function drawQuota(quota) {
        counters.replaceChildren(...counter('接口调用', quota.openApi), ...counter('消息收发', quota.webhookAndStream));
    }

    function lost() {
        root.dataset.state = 'off';
        word.textContent = '程序未响应';
    }

    return {read, drawStatus, drawQuota, lost};
}

/** @param {{used: number, limit: number}} [count] this month's */
function counter(label, count) {
    if (!count) return [];
    const tight = count.used >= 0.9 * count.limit;
    return [el('div', {class: tight ? 'tight' : null, title: '本月已用 / 本月上限'}, el('dt', {text: label}), el('dd', {text: `${count.used} / ${count.limit}`}))];
}
