// One quiet line below the top: what is wrong, or what has just happened.

const NOTICE_MS = 6_000;

export function banner(root) {
    let timer;

    /** Something that passes: goes away by itself. */
    function say(text) {
        show(text, 'notice');
        timer = setTimeout(clear, NOTICE_MS);
    }

    /** Something that lasts: stays until `mend`. */
    function trouble(text) {
        show(text, 'trouble');
    }

    function mend() {
        if (root.dataset.kind === 'trouble') clear();
    }

    function show(text, kind) {
        clearTimeout(timer);
        if (root.textContent !== text) root.textContent = text;
        root.dataset.kind = kind;
    }

    function clear() {
        clearTimeout(timer);
        root.textContent = '';
        delete root.dataset.kind;
    }

    return {say, trouble, mend};
}
