// The box: text, @机器人, photos, a file, a quoted message, and the commands that are used most.

import {el, button, icon} from './dom.js';
import {attachments} from './attachments.js';
import {briefOf} from './content.js';

const QUICK = ['/上报', '/期限', '/排名', '/帮助'];

/** @param {{store: object, outbox: object, complain: (text: string) => void, sent: (text: string) => void}} page */
export function composer(form, {store, outbox, complain, sent}) {
    let quoting = null;
    let mention = true;

    const box = el('textarea', {id: 'box', rows: 1, 'aria-label': '消息', maxlength: 5000, enterkeyhint: 'send', on: {input: fit, keydown: keys, paste: pasted}});
    const mentionChip = button({class: 'chip mention-chip', 'aria-pressed': 'true', on: {click: toggleMention}}, '@机器人');
    const hint = el('p', {class: 'hint', text: '没有 @机器人，它看不到这条消息。', hidden: true});
    const quoteLine = el('div', {class: 'quoting', hidden: true});
    const waiting = el('ul', {class: 'waiting', 'aria-label': '待发送的照片和文件', hidden: true});
    const photoInput = el('input', {type: 'file', accept: 'image/*', multiple: true, hidden: true, class: 'photo-input', on: {change: chosen}});
    const fileInput = el('input', {type: 'file', hidden: true, class: 'file-input', on: {change: chosen}});
    const photoButton = button({class: 'icon-button', 'aria-label': '加照片', title: '加照片', on: {click: () => photoInput.click()}}, icon('photo'));
    const fileButton = button({class: 'icon-button', 'aria-label': '加文件', title: '加文件', on: {click: () => fileInput.click()}}, icon('file'));
    const sendButton = el('button', {type: 'submit', class: 'send', 'aria-label': '发送', disabled: true}, icon('send'));
    const added = attachments(waiting, {filesAllowed: isPrivate, complain, changed: () => fit()});

    form.append(
        el('div', {class: 'quick', role: 'group', 'aria-label': '常用命令'}, QUICK.map(words => button({class: 'chip', text: words, on: {click: () => fill(`${words} `)}}))),
        quoteLine,
        waiting,
        el('div', {class: 'line'}, photoButton, fileButton, photoInput, fileInput, el('div', {class: 'field', on: {click: () => box.focus()}}, mentionChip, box), sendButton),
        hint,
    );
    form.addEventListener('submit', event => {
        event.preventDefault();
        submit();
    });
    acceptDrops();

    function isPrivate() {
        return store.conversation(store.openId)?.type === 'private';
    }

    /** Gets ready for the conversation that has just been opened. What was typed for another one is dropped. */
    function open() {
        form.hidden = !store.openId;
        box.value = '';
        added.clear();
        quote(null);
        setMention(true);
        mentionChip.hidden = isPrivate();
        fileButton.hidden = !isPrivate();
        box.placeholder = isPrivate() ? '直接发给机器人' : '例如 /帮助';
        fit();
    }

    function fill(words) {
        box.value = words;
        fit();
        box.focus();
        box.setSelectionRange(words.length, words.length);
    }

    function quote(message) {
        quoting = message;
        quoteLine.hidden = !message;
        quoteLine.replaceChildren();
        if (!message) return;
        const stop = () => {
            quote(null);
            box.focus();
        };
        quoteLine.append(
            el('span', {class: 'quoted', text: `${store.nameOf(message)}：${briefOf(message)}`}),
            button({class: 'icon-button', 'aria-label': '取消引用', on: {click: stop}}, icon('close')),
        );
        box.focus();
    }

    function toggleMention() {
        setMention(!mention);
        box.focus();
    }

    function setMention(on) {
        mention = on;
        mentionChip.setAttribute('aria-pressed', String(on));
        hint.hidden = on || isPrivate();
    }

    function keys(event) {
        // An input method uses Enter to take a word.
        if (event.isComposing || event.keyCode === 229) return;
        if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            submit();
        } else if (event.key === 'Escape' && quoting) {
            quote(null);
        } else if (event.key === 'Backspace' && !box.value && mention && !isPrivate()) {
            setMention(false);
        }
    }

    async function submit() {
        const text = box.value.trim();
        if (!text && added.isEmpty()) return;
        const conversationId = store.openId;
        const body = {senderStaffId: store.me.staffId, text, mention: isPrivate() || mention};
        if (quoting) body.quoteMsgId = quoting.msgId;
        box.value = '';
        quote(null);
        const {photos, previews, file} = await added.take();
        fit();
        sent(text);
        // As on a phone a file is a message of its own.
        if (file) outbox.send(conversationId, {senderStaffId: body.senderStaffId, file});
        if (text || photos.length) outbox.send(conversationId, photos.length ? {...body, photos} : body, previews);
    }

    function chosen(event) {
        added.add(event.target.files);
        event.target.value = '';
        box.focus();
    }

    function pasted(event) {
        if (!event.clipboardData.files.length) return;
        event.preventDefault();
        added.add(event.clipboardData.files);
    }

    function acceptDrops() {
        const chat = form.parentElement;
        const hasFiles = event => !form.hidden && event.dataTransfer.types.includes('Files');
        chat.addEventListener('dragover', event => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            chat.classList.add('dropping');
        });
        chat.addEventListener('dragleave', event => chat.contains(event.relatedTarget) || chat.classList.remove('dropping'));
        chat.addEventListener('drop', event => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            chat.classList.remove('dropping');
            added.add(event.dataTransfer.files);
        });
    }

    function fit() {
        box.style.height = 'auto';
        box.style.height = `${box.scrollHeight}px`;
        sendButton.disabled = !box.value.trim() && added.isEmpty();
    }

    return {open, fill, quote, focus: () => box.focus()};
}
