export { chooseTheme, followTheme, themeChoices, useDark, useThemeChoice, type ThemeChoice } from './theme-choice.js';
