// Three steps for a first visit. A step is ticked when it has been done; the whole can be put away and comes back with the “?”.

import {el, button, icon} from './dom.js';
import {recall, keep} from './memory.js';

/** @param {{chooseWho: () => void, report: () => void, toMonday: () => void}} actions */
export function guide(root, opener, actions) {
    const steps = [
        {key: 'who', title: '选择身份', text: '先选一个人，例如“新丰联络员一”。', label: '选择身份', act: actions.chooseWho},
        {key: 'report', title: '上报一个问题', text: '在群里发 /上报，写上地点和情况，附一张照片。', label: '写一条上报', act: actions.report},
        {key: 'monday', title: '看周一的排名', text: '把模拟时间快进到周一 9:00，排名表会自动发到群里。', label: '快进到周一 9:00', act: actions.toMonday},
    ];
    const done = new Set(recall('guide.done', []));
    opener.addEventListener('click', () => show(root.hidden));
    show(!recall('guide.away', false));

    function show(visible) {
        root.hidden = !visible;
        keep('guide.away', !visible);
        draw();
    }

    function tick(key) {
        if (done.has(key)) return;
        done.add(key);
        keep('guide.done', [...done]);
        draw();
    }

    function draw() {
        const next = steps.find(step => !done.has(step.key));
        root.replaceChildren(
            el('ol', {}, steps.map((step, index) => line(step, index + 1, step === next))),
            button({class: 'icon-button', 'aria-label': '收起三步上手', title: '收起', on: {click: putAway}}, icon('close')),
        );
        root.classList.toggle('all-done', !next);
    }

    function putAway() {
        show(false);
        opener.focus();
    }

    function line(step, number, isNext) {
        const ticked = done.has(step.key);
        return el(
            'li',
            {class: [ticked ? 'done' : '', isNext ? 'next' : ''].join(' ').trim() || null},
            el('span', {class: 'step-number'}, ticked ? icon('check') : String(number)),
            el('div', {}, el('strong', {text: step.title}), ticked && el('span', {class: 'unseen', text: '(已完成)'}), el('p', {text: step.text})),
            isNext && button({class: 'button strong', text: step.label, on: {click: step.act}}),
        );
    }

    return {tick};
}
