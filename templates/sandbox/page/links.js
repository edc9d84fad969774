// Which link targets do something, and what. Everything else stays plain text: javascript:, data: and the like never become links.

/**
 * @returns {{kind: 'open', href: string} | {kind: 'say', text: string} | null} `say` is DingTalk's link that makes the reader send
 *   a text into the chat
 */
export function resolve(target) {
    const url = parse(target);
    switch (url?.protocol) {
        case 'http:':
        case 'https:':
            return {kind: 'open', href: url.href};
        case 'dtmd:':
            return says(url);
        case 'dingtalk:':
            return resolveInner(url);
        default:
            return null;
    }
}

function says(url) {
    const text = url.searchParams.get('content')?.trim();
    return text ? {kind: 'say', text} : null;
}

/** dingtalk://dingtalkclient/page/link?url=… opens a web page. */
function resolveInner(url) {
    const inner = parse(url.searchParams.get('url') ?? '');
    return inner && /^https?:$/.test(inner.protocol) ? {kind: 'open', href: inner.href} : null;
}

function parse(text) {
    try {
        return new URL(text);
    } catch {
        return null;
    }
}
