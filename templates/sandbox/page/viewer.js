// A picture, large. Esc or a tap closes it.

import {el, button, icon} from './dom.js';

export function pictureViewer() {
    const image = el('img', {alt: ''});
    const close = button({class: 'icon-button', 'aria-label': '关闭大图', on: {click: () => dialog.close()}}, icon('close'));
    const dialog = el('dialog', {class: 'viewer', 'aria-label': '大图', on: {click: () => dialog.close()}}, image, close);
    document.body.append(dialog);
    document.addEventListener('enlarge', ({detail: {src, name}}) => {
        image.src = src;
        image.alt = name;
        dialog.showModal();
    });
}
