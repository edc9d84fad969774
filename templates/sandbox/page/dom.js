// Builds elements. Text is always set as text, so nothing a person wrote can become markup.

/**
 * @param {string} tag
 * @param {object} [props] `class`, `text`, `data`, `on` (listeners by event name); everything else is an attribute: `true` sets it
 *   empty, `false`, `null` and `undefined` leave it out
 */
export function el(tag, props = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
        if (value === undefined || value === null || value === false) continue;
        if (name === 'text') element.textContent = value;
        else if (name === 'data') Object.assign(element.dataset, value);
        else if (name === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
        else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
    return element;
}

/** A button that does not submit a form. */
export const button = (props, ...children) => el('button', {type: 'button', ...props}, ...children);

/** A picture from the sprite, for the eye only: the button around it carries the name. */
export function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `/sandbox/page/icons.svg#${name}`);
    svg.append(use);
    return svg;
}

export const byId = id => document.getElementById(id);

/** Arrow keys, Home and End move the focus among `items()`. */
export function moveFocusByArrows(container, items) {
    container.addEventListener('keydown', event => {
        const all = items();
        const at = all.indexOf(document.activeElement);
        if (at < 0) return;
        const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1}[event.key];
        if (to === undefined) return;
        event.preventDefault();
        all[Math.max(0, Math.min(all.length - 1, to))].focus();
    });
}
