// What stands inside a line of DingTalk's Markdown: bold, italic, links, pictures, mentions. Builds DOM nodes, never markup.

import {el, button} from './dom.js';
import {resolve} from './links.js';
import {mediaUrl} from './api.js';

const MAX_DEPTH = 6;
// The platform documents no escape character, so a backslash is a backslash.
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(nbsp|lt|gt|amp|quot|apos));/y;
// The bounds keep a hostile message from costing more than a glance.
const LINK = /(!?)\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,500})\]\(\s*([^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000})?)(?:\s+"[^"]{0,200}")?\s*\)/y;
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/y;
const NAMED = {nbsp: '\u00a0', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};

/**
 * @param {string} text
 * @param {Map<string, string>} mentions what follows an @, and the name to show
 * @returns {DocumentFragment}
 */
export function inline(text, mentions, depth = 0) {
    const out = document.createDocumentFragment();
    let plain = '';
    const flush = () => {
        if (plain) out.append(plain);
        plain = '';
    };
    for (let at = 0; at < text.length;) {
        const found = depth < MAX_DEPTH && tokenAt(text, at, mentions, depth);
        if (!found) {
            plain += text[at++];
        } else if (typeof found.node === 'string') {
            plain += found.node;
            at = found.end;
        } else {
            flush();
            out.append(found.node);
            at = found.end;
        }
    }
    flush();
    return out;
}

/** Text that is not Markdown: only addresses and mentions are marked. */
export function plainText(text, mentions) {
    const out = document.createDocumentFragment();
    let from = 0;
    for (let at = 0; at < text.length;) {
        const found = text[at] === '@' ? mentionAt(text, at, mentions) : text[at] === 'h' ? addressAt(text, at) : null;
        if (found) {
            out.append(text.slice(from, at), found.node);
            from = at = found.end;
        } else at++;
    }
    out.append(text.slice(from));
    return out;
}

function tokenAt(text, at, mentions, depth) {
    switch (text[at]) {
        case '&': return match(ENTITY, text, at, found => character(found));
        case '!':
        case '[': return match(LINK, text, at, found => linkOrPicture(found, mentions, depth));
        case '*':
        case '_': return emphasisAt(text, at, mentions, depth);
        case '@': return mentionAt(text, at, mentions);
        case 'h': return addressAt(text, at);
        default: return null;
    }
}

function match(pattern, text, at, build) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found && {node: build(found), end: pattern.lastIndex};
}

function character([raw, decimal, hex, name]) {
    if (name) return NAMED[name];
    const code = decimal ? parseInt(decimal, 10) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : raw;
}

function linkOrPicture([raw, bang, label, target], mentions, depth) {
    if (bang) return picture(target, label) ?? raw;
    const link = resolve(target);
    return link ? anchor(link, inline(label, mentions, depth + 1)) : raw;
}

function emphasisAt(text, at, mentions, depth) {
    const mark = text[at];
    const double = text[at + 1] === mark;
    const fence = double ? mark + mark : mark;
    const start = at + fence.length;
    if (isSpace(text[start]) || (mark === '_' && isWord(text[at - 1]))) return null;
    const end = closing(text, start, fence, mark, double);
    if (end < 0) return null;
    const node = el(double ? 'strong' : 'em');
    node.append(inline(text.slice(start, end), mentions, depth + 1));
    return {node, end: end + fence.length};
}

function closing(text, start, fence, mark, double) {
    for (let end = text.indexOf(fence, start + 1); end > 0; end = text.indexOf(fence, end + 1)) {
        const lonely = double || (text[end - 1] !== mark && text[end + 1] !== mark);
        const outsideWord = mark !== '_' || !isWord(text[end + fence.length]);
        if (lonely && outsideWord && !isSpace(text[end - 1])) return end;
    }
    return -1;
}

const isSpace = char => char === undefined || /\s/.test(char);
const isWord = char => char !== undefined && /[A-Za-z0-9]/.test(char);

function mentionAt(text, at, mentions) {
    for (const [id, name] of mentions) {
        if (text.startsWith(id, at + 1)) {
            return {node: el('span', {class: 'mention', text: `@${name}`}), end: at + 1 + id.length};
        }
    }
    return null;
}

function addressAt(text, at) {
    return match(ADDRESS, text, at, ([address]) => {
        const link = resolve(address);
        return link ? anchor(link, address) : address;
    });
}

/** A link opens elsewhere; one that makes the reader speak fires `say`, which the chat hears. */
export function anchor(link, label) {
    if (link.kind === 'open') return el('a', {href: link.href, target: '_blank', rel: 'noopener noreferrer'}, label);
    const speak = event => event.currentTarget.dispatchEvent(new CustomEvent('say', {bubbles: true, detail: link.text}));
    return button({class: 'saying', title: `发送“${link.text}”`, on: {click: speak}}, label);
}

/** Pictures come from the stand-in only; one from elsewhere is offered as a link, since the page may not load it. */
function picture(target, label) {
    const link = resolve(target);
    if (link?.kind === 'open' && new URL(link.href).origin !== location.origin) return anchor(link, label || '图片');
    if (!link && !/^@?[\w\-=+.]+$/.test(target)) return null;
    return pictureOf(link ? link.href : mediaUrl(target), label);
}

/** A picture that opens large: fires `enlarge` with its address. */
export function pictureOf(src, label) {
    const name = label || '图片';
    const image = el('img', {src, alt: name, loading: 'lazy', decoding: 'async'});
    image.addEventListener('error', () => image.parentElement?.replaceWith(el('span', {class: 'missing', text: `[${name}无法显示]`})));
    const enlarge = event => event.currentTarget.dispatchEvent(new CustomEvent('enlarge', {bubbles: true, detail: {src, name}}));
    return button({class: 'picture', 'aria-label': `放大：${name}`, on: {click: enlarge}}, image);
}
