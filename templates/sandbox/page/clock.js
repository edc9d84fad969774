// The simulated time and “快进”. The clock runs on by itself between two readings from the server.

import {el, button, icon, moveFocusByArrows} from './dom.js';
import * as api from './api.js';
import {dateOf, timeOf, nextMondayAtNine, toField, fromField, instant} from './times.js';

const HOUR_MS = 3_600_000;

/** @param {{complain: (text: string) => void, moved: (text: string) => void, changed: () => void}} page */
export function clock(root, {complain, moved, changed}) {
    let ahead = 0;
    const now = () => new Date(Date.now() + ahead);
    const day = el('span', {class: 'clock-day'});
    const time = el('span', {class: 'clock-time'});
    const opener = button({class: 'button forward', 'aria-haspopup': 'menu', 'aria-expanded': 'false', on: {click: () => (menu.hidden ? open() : close())}}, icon('forward'), '快进');
    const menu = el(
        'div',
        {class: 'menu', role: 'menu', 'aria-label': '快进模拟时间', hidden: true},
        item('+1 小时', () => new Date(now().getTime() + HOUR_MS)),
        item('+1 天', () => new Date(now().getTime() + 24 * HOUR_MS)),
        item('到下周一 9:00', () => nextMondayAtNine(now())),
        button({role: 'menuitem', text: '自选时间…', on: {click: openDialog}}),
        el('p', {class: 'faint', role: 'none', text: '模拟时间只能向前。期间到点的提醒和排名会依次发出。'}),
    );
    const field = el('input', {type: 'datetime-local', id: 'clock-field', required: true});
    const dialog = timeDialog();
    root.append(
        el('span', {class: 'clock-now', title: '这里的时间是模拟的，不是真实时间'}, el('span', {class: 'clock-word', text: '模拟时间'}), day, ' ', time),
        opener,
        menu,
    );
    document.body.append(dialog);
    moveFocusByArrows(menu, () => [...menu.querySelectorAll('button')]);
    root.addEventListener('keydown', event => {
        if (event.key !== 'Escape' || menu.hidden) return;
        close();
        opener.focus();
    });
    document.addEventListener('pointerdown', event => root.contains(event.target) || close());
    root.addEventListener('focusout', event => event.relatedTarget && !root.contains(event.relatedTarget) && close());
    setInterval(draw, 1_000);

    function item(label, target) {
        return button({role: 'menuitem', text: label, on: {click: () => advanceTo(target())}});
    }

    function open() {
        menu.hidden = false;
        opener.setAttribute('aria-expanded', 'true');
        menu.querySelector('button').focus();
    }

    function close() {
        menu.hidden = true;
        opener.setAttribute('aria-expanded', 'false');
    }

    function openDialog() {
        close();
        field.min = toField(now());
        field.value = toField(new Date(now().getTime() + 24 * HOUR_MS));
        dialog.showModal();
    }

    function timeDialog() {
        const submit = event => {
            event.preventDefault();
            dialog.close();
            advanceTo(fromField(field.value));
        };
        return el(
            'dialog',
            {class: 'sheet small', 'aria-labelledby': 'clock-title'},
            el(
                'form',
                {on: {submit}},
                el('div', {class: 'sheet-head'}, el('h2', {id: 'clock-title', text: '快进到…'})),
                el('label', {for: 'clock-field', text: '模拟时间（北京时间）'}),
                field,
                el('div', {class: 'sheet-foot'}, button({class: 'button', text: '取消', on: {click: () => dialog.close()}}), el('button', {type: 'submit', class: 'button strong', text: '快进'})),
            ),
        );
    }

    async function advanceTo(target) {
        close();
        const seconds = Math.ceil((target - now()) / 1000);
        if (!(seconds > 0)) return complain('模拟时间只能向前，请选一个更晚的时间。');
        opener.focus();
        opener.setAttribute('aria-busy', 'true');
        try {
            set(await api.advance(`PT${seconds}S`));
            moved(`已快进到 ${dateOf(now())} ${timeOf(now())}`);
        } catch (error) {
            complain(`没能快进：${error.message}`);
        } finally {
            opener.removeAttribute('aria-busy');
        }
    }

    async function read() {
        set(await api.clock());
    }

    function set(reading) {
        if (reading?.now) ahead = instant(reading.now) - Date.now();
        draw();
        changed();
    }

    function draw() {
        day.textContent = dateOf(now());
        time.textContent = timeOf(now());
    }

    return {now, read, set, toMonday: () => advanceTo(nextMondayAtNine(now()))};
}
