// What a stored message says, whatever way it was sent: one shape for the list and the bubble.

/**
 * @typedef {{text: string, formatted: boolean, title: string, pictures: string[], buttons: {label: string, url: string}[], across: boolean,
 *   file: {name: string, mediaId: string}?, quotes: {msgId: string?, text: string}?, toRobot: boolean}} Content
 */

/** @returns {Content} */
export function contentOf(message) {
    const raw = unwrap(message.raw);
    const type = typeOf(message.msgtype);
    const card = raw.actionCard ?? raw.msgParam ?? raw;
    const file = type === 'file' ? fileOf(message, raw) : null;
    return {
        text: message.text ?? '',
        formatted: type === 'markdown' || type === 'actioncard',
        title: message.title ?? '',
        pictures: file ? [] : (message.mediaIds ?? []),
        buttons: type === 'actioncard' ? buttonsOf(card) : type === 'link' ? linkOf(raw.link ?? card) : [],
        across: card.btnOrientation === '1' || 'buttonTitle1' in card,
        file,
        quotes: quoteOf(raw),
        toRobot: raw.conversationType === '2' && raw.isInAtList === true,
    };
}

/** One line for the conversation list: there, and only there, a title shows. */
export function briefOf(message) {
    const content = contentOf(message);
    if (content.file) return `[文件] ${content.file.name}`;
    const words = (content.formatted && content.title) || content.text.replace(/\s+/g, ' ').trim();
    return (content.pictures.length && !content.formatted ? '[图片] ' : '') + words;
}

/** `sampleActionCard4` and `actionCard` are one thing to a reader. */
const typeOf = msgtype => (msgtype ?? 'text').replace(/^sample/, '').replace(/(Msg|\d+)$/, '').toLowerCase();

function unwrap(raw) {
    const value = parsed(raw);
    return value.msgParam === undefined ? value : {...value, msgParam: parsed(value.msgParam)};
}

function parsed(value) {
    try {
        return (typeof value === 'string' ? JSON.parse(value) : value) ?? {};
    } catch {
        return {};
    }
}

function buttonsOf(card) {
    const listed = (card.btns ?? []).map(each => ({label: each.title, url: each.actionURL}));
    const numbered = [1, 2, 3, 4, 5, 6].map(n => ({
        label: card[`actionTitle${n}`] ?? card[`buttonTitle${n}`],
        url: card[`actionURL${n}`] ?? card[`buttonUrl${n}`],
    }));
    const single = {label: card.singleTitle, url: card.singleURL};
    return [...listed, ...numbered, single].filter(({label, url}) => label && url);
}

const linkOf = link => [{label: link.title || '打开', url: link.messageUrl}].filter(({url}) => url);

function fileOf(message, raw) {
    const inner = raw.content ?? raw.msgParam ?? raw;
    return {
        name: message.title || inner.fileName || message.text || '文件',
        mediaId: message.mediaIds?.[0] ?? inner.mediaId ?? '',
    };
}

function quoteOf(raw) {
    const replied = raw.text?.repliedMsg ?? raw.content?.repliedMsg;
    return replied ? {msgId: replied.msgId ?? null, text: replied.content?.text ?? replied.content?.content ?? ''} : null;
}
