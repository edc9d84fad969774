// What a stored message says, whatever way it was sent: one shape for the list and the bubble.

/**
 * @typedef {{text: string, formatted: boolean, title: string, pictures: string[], buttons: {label: string, url: string}[],
 *   presses: {label: string, outTrackId: string, actionId: string}[], across: boolean,
 *   file: {name: string, mediaId: string}?, quotes: {msgId: string?, text: string}?, recalled: boolean, toRobot: boolean}} Content
 */

/** @returns {Content} */
export function contentOf(message) {
    const raw = unwrap(message.raw);
    const type = typeOf(message.msgtype);
    const card = raw.actionCard ?? raw.msgParam ?? raw;
    return {
        text: textOf(type, raw, message),
        formatted: type === 'markdown' || type === 'card' || type === 'actioncard',
        title: message.title ?? '',
        pictures: type === 'image' || type === 'picture' || type === 'richtext' ? message.mediaIds : [],
        buttons: type === 'actioncard' ? buttonsOf(card) : type === 'link' ? linkOf(raw.link ?? card) : [],
        presses: type === 'card' ? pressesOf(raw) : [],
        across: type === 'card' || card.btnOrientation === '1' || 'buttonTitle1' in card,
        file: type === 'file' ? {name: message.title || '文件', mediaId: message.mediaIds[0]} : null,
        quotes: quoteOf(raw),
        recalled: type === 'recalled',
        toRobot: raw.conversationType === '2' && raw.isInAtList === true,
    };
}

/** One line for the conversation list: there, and only there, a title shows. */
export function briefOf(message) {
    const content = contentOf(message);
    if (content.recalled) return '消息已撤回';
    if (content.file) return `[文件] ${content.file.name}`;
    const words = (content.formatted && content.title) || content.text.replace(/\s+/g, ' ').trim();
    return (content.pictures.length && !content.formatted ? '[图片] ' : '') + words;
}

/** `actionCard4` and `actionCard` are one thing to a reader. */
const typeOf = msgtype => msgtype.replace(/\d+$/, '').toLowerCase();

/** The parameters of an app robot's message are JSON inside JSON. */
function unwrap(raw) {
    return raw.msgParam === undefined ? raw : {...raw, msgParam: parsed(raw.msgParam)};
}

function parsed(value) {
    try {
        return JSON.parse(value);
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

/** What stands beside the chat reads as the app shows it there; here it stands in the person's private chat. */
function textOf(type, raw, message) {
    if (type === 'todo') return todoText(raw);
    if (type === 'calendar') return eventText(raw);
    return type === 'ding' ? `❗ DING：${message.text}` : (message.text ?? '');
}

const eventText = ({summary, start, location, deleted}) =>
    [
        `${deleted ? '✖ 日程已取消' : '📅 日程'}：${summary}`,
        start.date ? `${start.date} 全天` : start.dateTime.replace('T', ' ').slice(0, 16),
        location?.displayName,
    ]
        .filter(Boolean)
        .join('\n');

/** A todo as the list of todos shows it; here it stands in the person's private chat. */
const todoText = ({subject, dueTime, done}) =>
    `${done ? '☑ 待办已完成' : '☐ 待办'}：${subject}\n截止 ${new Date(dueTime).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short'})}`;

/** Buttons of a card that call back: a label in the variable of their action id. */
const pressesOf = ({outTrackId, params}) =>
    ['b1', 'b2', 'b3'].filter(id => params?.[id]).map(id => ({label: params[id], outTrackId, actionId: id}));

const linkOf = link => [{label: link.title || '打开', url: link.messageUrl}].filter(({url}) => url);

function quoteOf(raw) {
    const replied = raw.text?.repliedMsg ?? raw.content?.repliedMsg;
    return replied ? {msgId: replied.msgId ?? null, text: replied.content?.text ?? replied.content?.content ?? ''} : null;
}
