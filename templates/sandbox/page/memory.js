// What the browser remembers between visits. Without storage (private windows) the page works and forgets.

const PREFIX = 'ecobot.';

export function recall(key, otherwise) {
    try {
        return JSON.parse(localStorage.getItem(PREFIX + key)) ?? otherwise;
    } catch {
        return otherwise;
    }
}

export function keep(key, value) {
    try {
        localStorage.setItem(PREFIX + key, JSON.stringify(value));
    } catch {
        // Nothing to keep it in.
    }
}

/** Who this tab is: two tabs may be two people. A new tab starts as the last one chosen. */
export function recallPerson() {
    try {
        return sessionStorage.getItem(PREFIX + 'me') ?? recall('me', null);
    } catch {
        return null;
    }
}

export function keepPerson(staffId) {
    keep('me', staffId);
    try {
        sessionStorage.setItem(PREFIX + 'me', staffId);
    } catch {
        // Nothing to keep it in.
    }
}
