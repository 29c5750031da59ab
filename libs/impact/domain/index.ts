export { verdictSentence, type VerdictFacts, type VerdictName, type WithheldReason } from './verdict-sentence.js';
