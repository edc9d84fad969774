// One message as DingTalk's phone app shows it.

import {el, button, icon} from './dom.js';
import {personFace, robotFace} from './faces.js';
import {contentOf, briefOf} from './content.js';
import {markdown} from './markdown.js';
import {anchor, pictureOf, plainText} from './markdown-inline.js';
import {resolve} from './links.js';
import {mediaUrl} from './api.js';
import {timeOf, instant} from './times.js';

/**
 * @param {object} message as the server stores it
 * @param {{store: object, conversationId: string, follows: boolean, quote: (message) => void}} around `follows`: the message before is by the
 *   same sender and near, so name and face are not repeated
 */
export function bubble(message, {store, conversationId, follows, quote}) {
    const content = contentOf(message);
    if (content.recalled) return el('p', {class: 'day', text: `${store.nameOf(message)}撤回了一条消息`});
    const mine = message.from === store.me.staffId;
    const robot = store.isRobot(message);
    const name = store.nameOf(message);
    return el(
        'article',
        {class: classes({message: true, mine, robot, follows}), 'aria-label': `${mine ? '我' : name}，${timeOf(instant(message.at))}`, data: {seq: message.seq}},
        robot ? robotFace() : personFace(store.people.get(message.from)),
        el(
            'div',
            {class: 'message-main'},
            el('p', {class: 'message-by'}, el('span', {class: 'message-name', text: name}), robot && el('span', {class: 'tag', text: '机器人'}), time(message.at)),
            el('div', {class: 'bubble'}, quoted(content, store, conversationId), words(content, message, store), pictures(content), file(content), buttons(content), presses(content)),
        ),
        button({class: 'icon-button quote-it', 'aria-label': `引用${name}的这条消息`, title: '引用', on: {click: () => quote(message)}}, icon('quote')),
    );
}

/** A message that is on its way, or did not get there. */
export function pendingBubble(pending, {store, retry, drop}) {
    const failed = pending.state === 'failed';
    return el(
        'article',
        {class: classes({message: true, mine: true, pending: true, failed})},
        personFace(store.me),
        el(
            'div',
            {class: 'message-main'},
            el(
                'div',
                {class: 'bubble'},
                pending.body.text && el('div', {class: 'plain', text: pending.body.text}),
                pending.previews.length > 0 && el('div', {class: 'pictures'}, pending.previews.map(src => el('img', {src, alt: '照片'}))),
                pending.body.file && el('p', {text: pending.body.file.name}),
            ),
            failed
                ? el('p', {class: 'sending failed', role: 'alert'}, `没发出去：${pending.error} `, button({class: 'text-button', text: '重试', on: {click: retry}}), button({class: 'text-button', text: '删除', on: {click: drop}}))
                : el('p', {class: 'sending', text: '发送中…'}),
        ),
    );
}

/** Whom the message mentions: what follows the @ in its text, and the name to show. */
export function mentionsOf(message, store) {
    const people = (message.atUserIds ?? []).flatMap(id => {
        const name = store.people.get(id)?.name;
        return name ? [[id, name], [name, name]] : [];
    });
    const everybody = [['机器人', '机器人'], ['所有人', '所有人'], ['all', '所有人']];
    // The longer first: an id may begin with another one.
    return new Map([...people, ...everybody].sort(([a], [b]) => b.length - a.length));
}

const classes = flags => Object.keys(flags).filter(name => flags[name]).join(' ');
const time = at => el('time', {datetime: at, text: timeOf(instant(at))});

function words(content, message, store) {
    if (!content.text || content.file) return null;
    const mentions = mentionsOf(message, store);
    return content.formatted ? markdown(content.text, mentions) : el('div', {class: 'plain'}, robotMention(message, content, store), plainText(content.text.trim(), mentions));
}

/** The platform takes the mention of the robot out of the text; the phone still shows it. */
function robotMention(message, content, store) {
    const shown = content.toRobot && !store.isRobot(message) && !content.text.includes('@机器人');
    return shown ? [el('span', {class: 'mention', text: '@机器人'}), ' '] : null;
}

function pictures({pictures}) {
    if (!pictures.length) return null;
    return el('div', {class: 'pictures'}, pictures.map((id, index) => pictureOf(mediaUrl(id), pictures.length > 1 ? `照片 ${index + 1}` : '照片')));
}

function file({file}) {
    if (!file) return null;
    return el(
        'a',
        {class: 'file', href: mediaUrl(file.mediaId), download: file.name},
        icon('file'),
        el('span', {class: 'file-name', text: file.name}),
        el('span', {class: 'faint', text: '下载'}),
    );
}

function buttons({buttons, across}) {
    const known = buttons.map(({label, url}) => ({label, link: resolve(url)})).filter(({link}) => link);
    if (!known.length) return null;
    return el('div', {class: classes({buttons: true, across})}, known.map(({label, link}) => anchor(link, label)));
}

function presses({presses}) {
    if (!presses.length) return null;
    const pressed = detail => () => document.dispatchEvent(new CustomEvent('press', {detail}));
    return el('div', {class: 'buttons across'}, presses.map(each => button({class: 'press', text: each.label, on: {click: pressed(each)}})));
}

function quoted({quotes}, store, conversationId) {
    if (!quotes) return null;
    const original = quotes.msgId && store.byMsgId(conversationId, quotes.msgId);
    const text = original ? `${store.nameOf(original)}：${briefOf(original)}` : quotes.text || '引用的消息';
    return el('p', {class: 'quoted', text});
}
