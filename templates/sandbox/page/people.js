// “我是…”: who the person at the browser pretends to be.

import {el, button, icon, moveFocusByArrows} from './dom.js';
import {personFace, roleLine} from './faces.js';

/** @param {{store: object, choose: (staffId: string) => void}} page */
export function peopleChooser(root, {store, choose}) {
    const search = el('input', {type: 'search', class: 'search', placeholder: '搜姓名、单位、角色', 'aria-label': '搜姓名、单位、角色', autocomplete: 'off', on: {input: drawList, keydown: fromSearch}});
    const found = el('div', {class: 'people', role: 'group', 'aria-label': '可选的人员'});
    const dialog = el(
        'dialog',
        {class: 'sheet', 'aria-labelledby': 'people-title'},
        el('div', {class: 'sheet-head'}, el('h2', {id: 'people-title', text: '我是…'}), button({class: 'icon-button', 'aria-label': '关闭', on: {click: () => dialog.close()}}, icon('close'))),
        el('p', {class: 'faint', text: '选一个人，就能看到他（她）手机里的群和单聊。人员都是虚构的。'}),
        el('label', {class: 'search-field'}, icon('search'), search),
        found,
    );
    document.body.append(dialog);
    dialog.addEventListener('click', event => event.target === dialog && dialog.close());
    moveFocusByArrows(found, () => [...found.querySelectorAll('button')]);

    function open() {
        search.value = '';
        drawList();
        dialog.showModal();
        search.focus();
    }

    function drawMe() {
        const me = store.me;
        root.replaceChildren(button(
            {class: 'me-button', 'aria-haspopup': 'dialog', on: {click: open}},
            me ? personFace(me) : el('span', {class: 'face nobody', 'aria-hidden': 'true', text: '?'}),
            el('span', {class: 'me-name', text: me ? `我是 ${me.name}` : '我是…'}),
            el('span', {class: 'me-role faint', text: me ? roleLine(me) : '先选择一个身份'}),
            icon('down'),
        ));
    }

    function drawList() {
        const groups = Map.groupBy ? Map.groupBy(matching(), unitOf) : grouped(matching());
        found.replaceChildren(...[...groups].map(([unit, people]) => el('section', {}, el('h3', {text: unit}), people.map(line))));
        if (!groups.size) found.append(el('p', {class: 'empty', text: '没有找到，换个词试试。'}));
    }

    function matching() {
        const words = search.value.trim().split(/\s+/);
        return [...store.people.values()].filter(person => words.every(word => `${person.name} ${roleLine(person)}`.includes(word)));
    }

    function line(person) {
        return button(
            {class: 'person-line', 'aria-current': person === store.me ? 'true' : null, data: {staffId: person.staffId}, on: {click: () => pick(person)}},
            personFace(person),
            el('span', {class: 'me-name', text: person.name}),
            el('span', {class: 'me-role faint', text: roleLine(person)}),
        );
    }

    function pick(person) {
        dialog.close();
        choose(person.staffId);
    }

    function fromSearch(event) {
        const first = found.querySelector('button');
        if (!first || event.isComposing) return;
        if (event.key === 'ArrowDown') {
            event.preventDefault();
            first.focus();
        } else if (event.key === 'Enter') {
            event.preventDefault();
            first.click();
        }
    }

    return {open, drawMe};
}

const unitOf = person => person.unit || '外部人员';

/** For browsers before 2024. */
function grouped(people) {
    const groups = new Map();
    for (const person of people) groups.set(unitOf(person), [...(groups.get(unitOf(person)) ?? []), person]);
    return groups;
}
