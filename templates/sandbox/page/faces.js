// How a person, a group or the robot is pictured: a colour and two characters.

import {el, icon} from './dom.js';

// Everybody may report, so that role is named only where there is no other.
const ROLES = {liaison: '联络员', inspector: '核查员', manager: '领导', trainer: '宣教员', admin: '管理员'};
const COLOURS = 8;

export const robotFace = () => el('span', {class: 'face robot', 'aria-hidden': 'true'}, icon('leaf'));
export const groupFace = title => face(title, 'group');
export const personFace = person => face(person?.name ?? '?', 'person');

/** `新丰镇 · 联络员`. */
export function roleLine(person) {
    const roles = person.roles.flatMap(role => ROLES[role] ?? []).join('、') || '上报人';
    return person.unit ? `${person.unit} · ${roles}` : roles;
}

function face(name, kind) {
    return el('span', {class: `face ${kind}`, 'aria-hidden': 'true', data: {colour: colourOf(name)}, text: name.slice(0, 2)});
}

/** The same two characters always get the same colour. */
const colourOf = name => [...name.slice(0, 2)].reduce((sum, char) => sum * 31 + char.codePointAt(0), 7) % COLOURS;
