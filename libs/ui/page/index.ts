export { Empty, Failed, Loaded, Skeleton } from './states.js';
export { Figure, Page, Section, useTitle, type TrailStep } from './page.js';
export { Tile, Tiles } from './tiles.js';
export { useMedia } from './use-media.js';
export { tasks, type DeskRoute, type LearnerRoute, type LoadPage, type Task } from './route.js';
