export { TrackMark, TrackName, trackColour, tracks, useTrackName } from './track-mark.js';
