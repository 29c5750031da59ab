export { Button, LinkButton, type ButtonLook } from './button.js';
export { Card, LinkCard, Rows } from './card.js';
export { Bar, Ring } from './ring.js';
export { Sheet } from './sheet.js';
export { Field } from './field.js';
export { Banner, type Tone } from './banner.js';
export { Choice } from './choice.js';
export { Tag } from './tag.js';
