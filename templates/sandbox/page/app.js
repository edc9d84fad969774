// Puts the page together: what each part is told when something changes.

import {press} from './api.js';
import {byId, el} from './dom.js';
import {Store} from './store.js';
import {Outbox} from './outbox.js';
import {Live} from './live.js';
import {banner} from './banner.js';
import {clock} from './clock.js';
import {statusLine} from './status.js';
import {conversationList, titleOf} from './conversations.js';
import {messageStream} from './messages.js';
import {composer} from './composer.js';
import {peopleChooser} from './people.js';
import {pictureViewer} from './viewer.js';
import {guide} from './guide.js';
import {briefOf} from './content.js';
import {keepPerson, recallPerson} from './memory.js';

const EXAMPLE = '/上报 镇西河道有油污，面积约10平方米，5个工作日内整改';
const TITLE = document.title;
const ANNOUNCED = 5;

const store = new Store();
const outbox = new Outbox(store);
const live = new Live();
const line = banner(byId('banner'));
const status = statusLine(byId('status'));
const time = clock(byId('clock'), {complain: line.say, moved, changed: () => drawList()});
const drawList = conversationList(byId('conversations'), {store, now: time.now, choose: open});
const stream = messageStream(byId('messages'), byId('pill'), {store, outbox, now: time.now, quote: message => box.quote(message), chooseWho: () => chooser.open()});
const box = composer(byId('composer'), {store, outbox, complain: line.say, sent});
const chooser = peopleChooser(byId('me'), {store, choose: become});
const steps = guide(byId('guide'), byId('help'), {chooseWho: chooser.open, report, toMonday: time.toMonday});
pictureViewer();

store.addEventListener('changed', ({detail}) => {
    drawList();
    drawTitle();
    if (detail.what === 'me') chooser.drawMe();
    if (detail.what === 'me' || detail.what === 'open') drawChat();
    if (detail.what === 'messages' && detail.id === store.openId) detail.first ? stream.draw() : stream.append(detail.news);
    if (detail.what === 'messages' && !detail.first) announce(detail);
    if (detail.what === 'replaced' && detail.id === store.openId) stream.redraw();
});
outbox.addEventListener('changed', stream.drawPending);
outbox.addEventListener('failed', () => attempt(readAll));
document.addEventListener('press', ({detail}) => attempt(() => press(detail.outTrackId, store.me.staffId, detail.actionId)));
document.addEventListener('say', ({detail}) => speak(detail));
byId('back').addEventListener('click', backToList);
window.addEventListener('hashchange', openFromAddress);
live.addEventListener('news', ({detail}) => attempt(() => hear(detail)));
live.addEventListener('missed', () => attempt(readAll));
live.addEventListener('poll', () => attempt(readAll));

chooser.drawMe();
drawChat();
attempt(start).then(() => live.start());

async function start() {
    await Promise.all([store.load(), time.read()]);
    status.read().catch(() => status.lost());
    const staffId = recallPerson();
    if (store.people.has(staffId)) await become(staffId);
}

async function readAll() {
    if (!store.people.size) return start();
    await Promise.all([store.refreshAll(), time.read(), status.read()]);
}

/** Does what it is told; while the application cannot be reached, says so instead. */
async function attempt(action) {
    try {
        await action();
        live.inDoubt = false;
        line.mend();
    } catch (error) {
        if (error.status === undefined) throw error;
        live.inDoubt = true;
        status.lost();
        line.trouble(error.status === 0 ? '连不上程序，正在重试。它可能停了，请看看启动它的窗口。' : error.message);
    }
}

async function hear({kind, data}) {
    if (kind === 'clock') return time.set(data);
    if (kind === 'status') return status.drawStatus(data);
    if (kind === 'card') return store.replace(data.openConversationId, data.message);
    if (kind === 'quota') return status.drawQuota(data);
    return store.refresh(data.openConversationId);
}

async function become(staffId) {
    keepPerson(staffId);
    steps.tick('who');
    await attempt(() => store.become(staffId));
    openFromAddress();
    if (!store.openId && isWide()) open(store.conversations()[0]?.openConversationId);
}

function open(conversationId) {
    if (!conversationId) return;
    history.replaceState(null, '', `#${encodeURIComponent(conversationId)}`);
    byId('shell').dataset.screen = 'chat';
    store.open(conversationId);
    if (isWide() || !matchMedia('(pointer: coarse)').matches) box.focus();
}

function openFromAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (store.conversations().some(each => each.openConversationId === id)) open(id);
    else if (store.me) showList();
}

function backToList() {
    const id = store.openId;
    showList();
    [...byId('conversations').querySelectorAll('button')].find(each => each.dataset.id === id)?.focus();
}

function showList() {
    byId('shell').dataset.screen = 'list';
    history.replaceState(null, '', location.pathname);
}

function drawChat() {
    const conversation = store.conversation(store.openId);
    byId('chat-title').textContent = conversation ? titleOf(conversation) : store.me ? '选择一个会话' : '欢迎';
    byId('chat-people').textContent = conversation ? peopleLine(conversation) : store.me ? '' : '还没有选择身份';
    box.open();
    stream.draw();
}

function peopleLine({type, members}) {
    return type === 'private' ? '只有你和机器人' : `${members.length} 人，另有机器人`;
}

function isWide() {
    return matchMedia('(min-width: 721px)').matches;
}

function drawTitle() {
    const unread = store.conversations().reduce((sum, each) => sum + store.unread(each.openConversationId), 0);
    document.title = unread ? `(${unread}) ${TITLE}` : TITLE;
}

function announce({id, news}) {
    const others = news.filter(message => message.from !== store.me.staffId);
    if (!others.length) return;
    const where = id === store.openId ? '' : `${titleOf(store.conversation(id))}，`;
    const said = byId('said');
    // Added and not put in place of the one before: what arrives together is all read aloud.
    said.append(el('p', {text: others.map(message => `${where}${store.nameOf(message)}：${briefOf(message)}`).join('。')}));
    while (said.children.length > ANNOUNCED) said.firstElementChild.remove();
}

/** A button of a message was pressed: the person says its words where the message is. */
function speak(text) {
    stream.toEnd();
    outbox.send(store.openId, {senderStaffId: store.me.staffId, text, mention: true});
}

function sent(text) {
    stream.toEnd();
    if (text.includes('上报')) steps.tick('report');
}

function report() {
    if (!store.openId) open(store.conversations()[0]?.openConversationId);
    box.fill(EXAMPLE);
}

function moved(text) {
    steps.tick('monday');
    line.say(text);
}
