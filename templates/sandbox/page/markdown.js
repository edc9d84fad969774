// Draws Markdown as a DingTalk phone does. A single line break collapses; two spaces before it keep it.

import {el} from './dom.js';
import {blocksOf} from './markdown-blocks.js';
import {inline} from './markdown-inline.js';

/**
 * @param {string} text
 * @param {Map<string, string>} [mentions] what follows an @, and the name to show
 * @returns {HTMLElement}
 */
export function markdown(text, mentions = new Map()) {
    return el('div', {class: 'markdown'}, draw(blocksOf(text), mentions));
}

const draw = (blocks, mentions) => blocks.map(block => drawers[block.type](block, mentions));

const drawers = {
    // The page has its own headings 1 and 2, so those of a message start below them.
    heading: ({level, text}, mentions) => el(`h${Math.min(6, level + 2)}`, {data: {level}}, inline(text, mentions)),
    paragraph: ({lines}, mentions) => el('p', {}, drawLines(lines, mentions)),
    quote: ({blocks}, mentions) => el('blockquote', {}, draw(blocks, mentions)),
    list: ({ordered, start, items}, mentions) =>
        el(ordered ? 'ol' : 'ul', {start: ordered && start !== 1 ? start : null}, items.map(item => el('li', {}, draw(item, mentions)))),
};

/** Joins lines before inline marks are read, so that bold may run over a line's end. */
function drawLines(lines, mentions) {
    const pieces = [[]];
    lines.forEach((line, index) => {
        pieces.at(-1).push(line.trim());
        if (/ {2}$/.test(line) && index < lines.length - 1) pieces.push([]);
    });
    return pieces.flatMap((piece, index) => [index > 0 ? el('br') : null, inline(piece.join(' '), mentions)]);
}
