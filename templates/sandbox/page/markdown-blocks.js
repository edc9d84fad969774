// The blocks of DingTalk's Markdown: headings, quotes, lists, paragraphs. Tables, code fences and rules are not among them, so they come out
// as the paragraphs that a phone shows.

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( {1,4})(?=\S)/;
const MAX_DEPTH = 6;

/**
 * @typedef {{type: 'heading', level: number, text: string}
 *   | {type: 'paragraph', lines: string[]}
 *   | {type: 'quote', blocks: Block[]}
 *   | {type: 'list', ordered: boolean, start: number, items: Block[][]}} Block
 */

/** @returns {Block[]} */
export function blocksOf(text) {
    return parse(text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'), 0);
}

function parse(lines, depth) {
    const blocks = [];
    let at = 0;
    while (at < lines.length) {
        const line = lines[at];
        const heading = HEADING.exec(line);
        if (!line.trim()) {
            at++;
        } else if (heading) {
            blocks.push({type: 'heading', level: heading[1].length, text: heading[2]});
            at++;
        } else if (QUOTE.test(line) && depth < MAX_DEPTH) {
            const end = endOfQuote(lines, at);
            blocks.push({type: 'quote', blocks: parse(lines.slice(at, end).map(l => l.replace(QUOTE, '')), depth + 1)});
            at = end;
        } else if (ITEM.test(line) && depth < MAX_DEPTH) {
            const [list, end] = parseList(lines, at, depth);
            blocks.push(list);
            at = end;
        } else {
            const end = endOfParagraph(lines, at);
            blocks.push({type: 'paragraph', lines: lines.slice(at, end)});
            at = end;
        }
    }
    return blocks;
}

const startsBlock = line => HEADING.test(line) || QUOTE.test(line) || ITEM.test(line);
const continues = line => line !== undefined && line.trim() !== '' && !startsBlock(line);

function endOfParagraph(lines, start) {
    let end = start + 1;
    while (continues(lines[end])) end++;
    return end;
}

function endOfQuote(lines, start) {
    let end = start + 1;
    while (end < lines.length && (QUOTE.test(lines[end]) || continues(lines[end]))) end++;
    return end;
}

function parseList(lines, start, depth) {
    const ordered = isOrdered(lines[start]);
    const items = [];
    let at = start;
    while (at < lines.length && ITEM.test(lines[at]) && isOrdered(lines[at]) === ordered) {
        const width = ITEM.exec(lines[at])[0].length;
        const end = endOfItem(lines, at, width);
        const own = lines.slice(at, end).map((line, index) => (index === 0 ? line.slice(width) : outdent(line, width)));
        items.push(parse(own, depth + 1));
        at = end;
        if (isNextItem(lines, at, ordered)) at++;
    }
    return [{type: 'list', ordered, start: ordered ? parseInt(lines[start].trim(), 10) : 1, items}, at];
}

const isOrdered = line => /^\s*\d/.test(line);
const isNextItem = (lines, at, ordered) =>
    lines[at]?.trim() === '' && ITEM.test(lines[at + 1] ?? '') && isOrdered(lines[at + 1]) === ordered;

function endOfItem(lines, start, width) {
    const belongs = line => indentOf(line) >= Math.min(width, 2);
    let end = start + 1;
    while (end < lines.length) {
        const line = lines[end];
        const next = lines[end + 1];
        if (line.trim() ? belongs(line) || continues(line) : next?.trim() && belongs(next)) end++;
        else break;
    }
    return end;
}

const indentOf = line => line.length - line.trimStart().length;
const outdent = (line, width) => line.slice(Math.min(width, indentOf(line)));
