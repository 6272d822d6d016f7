/** The demo's one seed: change it and every row that shows no case is another. */
import { chanceOf } from '../seeded.js';

export const chance = chanceOf('telepay demo');
