// The control interface of the stand-in, as calls. Every failure is an ApiError that a person can be told about.

const ROOT = '/sandbox/api';

export class ApiError extends Error {
    /** @param {number} status HTTP status, 0 when the application could not be reached */
    constructor(status, detail) {
        super(detail || (status === 0 ? '连不上程序' : `程序出错（${status}）`));
        this.status = status;
    }
}

export const people = () => call('/people');
export const conversations = () => call('/conversations');
export const messages = (conversationId, after) => call(`/conversations/${encodeURIComponent(conversationId)}/messages?after=${after}`);
export const send = (conversationId, message) => post(`/conversations/${encodeURIComponent(conversationId)}/messages`, message);
/** Says that somebody has read a conversation up to its end. */
export const read = (conversationId, staffId) => post(`/conversations/${encodeURIComponent(conversationId)}/reads`, {staffId});
/** Presses a button of a card, as somebody. */
export const press = (outTrackId, staffId, actionId) => post(`/cards/${encodeURIComponent(outTrackId)}/presses`, {staffId, actionId});
export const clock = () => call('/clock');
export const advance = duration => post('/clock', {advance: duration});
export const quota = () => call('/quota');
export const status = () => call('/status');
export const mediaUrl = mediaId => `${ROOT}/media/${encodeURIComponent(mediaId)}`;
export const eventsUrl = `${ROOT}/events`;

const post = (path, body) =>
    call(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});

async function call(path, options) {
    let response;
    try {
        response = await fetch(ROOT + path, {cache: 'no-store', ...options});
    } catch {
        throw new ApiError(0);
    }
    const body = await response.text();
    const json = parse(body);
    if (!response.ok) throw new ApiError(response.status, json?.detail ?? json?.error ?? json?.message);
    return json;
}

function parse(body) {
    try {
        return JSON.parse(body);
    } catch {
        return null;
    }
}
