// Photos and a file that wait in the composer: chosen, pasted or dropped.

import {el, button, icon} from './dom.js';

const MAX_BYTES = 20 * 1024 * 1024;

/**
 * @param {{filesAllowed: () => boolean, complain: (text: string) => void, changed: () => void}} page a group takes photos only, as on the platform
 */
export function attachments(root, {filesAllowed, complain, changed}) {
    let photos = [];
    let file = null;

    /** @param {Iterable<File>} files */
    function add(files) {
        for (const each of files) {
            if (each.size > MAX_BYTES) complain(`“${each.name}”有 ${readableSize(each.size)},最多 20 MB。`);
            else if (each.type.startsWith('image/')) photos.push({file: each, src: URL.createObjectURL(each)});
            else if (filesAllowed()) file = each;
            else complain('群里只能发照片；文件请在与机器人的单聊里发。');
        }
        draw();
    }

    /** Hands over what is there and forgets it. The previews' addresses stay valid; whoever takes them lets them go. */
    async function take() {
        const taken = {photos, file};
        photos = [];
        file = null;
        draw();
        return {
            photos: await Promise.all(taken.photos.map(each => base64(each.file))),
            previews: taken.photos.map(each => each.src),
            file: taken.file && {name: taken.file.name, content: await base64(taken.file)},
        };
    }

    function clear() {
        photos.forEach(each => URL.revokeObjectURL(each.src));
        photos = [];
        file = null;
        draw();
    }

    function draw() {
        const items = photos.map((each, index) => el('li', {}, el('img', {src: each.src, alt: each.file.name}), remove(`移除照片 ${index + 1}`, () => removePhoto(each))));
        if (file) items.push(el('li', {class: 'waiting-file'}, icon('file'), el('span', {text: `${file.name} · ${readableSize(file.size)}`}), remove('移除文件', removeFile)));
        root.replaceChildren(...items);
        root.hidden = items.length === 0;
        changed();
    }

    const remove = (label, action) => button({class: 'icon-button', 'aria-label': label, on: {click: action}}, icon('close'));

    function removePhoto(photo) {
        URL.revokeObjectURL(photo.src);
        photos = photos.filter(each => each !== photo);
        draw();
    }

    function removeFile() {
        file = null;
        draw();
    }

    return {add, take, clear, isEmpty: () => photos.length === 0 && !file};
}

function base64(file) {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(file);
    });
}

function readableSize(bytes) {
    if (bytes < 1024) return `${bytes} B`;
    return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
