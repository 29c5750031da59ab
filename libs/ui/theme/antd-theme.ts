import { theme, type ThemeConfig } from 'antd';

/** The same palette as tokens.css, said to antd; with these values its components pass WCAG 2.2 AA. */
const light: ThemeConfig['token'] = {
  colorPrimary: '#00706b',
  colorInfo: '#00706b',
  colorLink: '#00706b',
  colorText: '#1f1d1a',
  colorTextSecondary: '#59554e',
  colorTextDescription: '#59554e',
  colorTextPlaceholder: 'rgba(0,0,0,.56)',
  colorSuccess: '#237804',
  colorWarning: '#9a4600',
  colorError: '#c2101f',
  colorSuccessBg: '#eff7e6',
  colorWarningBg: '#fff4dc',
  colorErrorBg: '#fff0ee',
  colorBgLayout: '#f8f6f2',
  colorBorder: '#b9b3a8',
  colorBorderSecondary: '#e3ded5',
};

const dark: ThemeConfig['token'] = {
  colorPrimary: '#3fb8b0',
  colorInfo: '#3fb8b0',
  colorLink: '#3fb8b0',
  colorText: '#ecebe7',
  colorTextSecondary: '#b3b2ab',
  colorTextDescription: '#b3b2ab',
  colorTextPlaceholder: 'rgba(255,255,255,.55)',
  colorTextLightSolid: '#062b29',
  colorSuccess: '#7bcb47',
  colorWarning: '#e0a23a',
  colorError: '#f58480',
  colorSuccessBg: '#17240f',
  colorWarningBg: '#2c220f',
  colorErrorBg: '#321716',
  colorBgBase: '#141513',
  colorBgLayout: '#141513',
  colorBgContainer: '#1d1f1d',
  colorBgElevated: '#232623',
  colorBorder: '#555a54',
  colorBorderSecondary: '#353834',
};

export function antdTheme(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    // The styles of the components come from the extracted sheet; at run time only variables are written.
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: 'skillhall' },
    token: { ...(isDark ? dark : light), borderRadius: 6, fontFamily: 'var(--font)', fontSize: 14, motionDurationMid: '0.12s' },
    components: {
      Table: { headerBg: isDark ? '#232623' : '#f1eee8', headerSplitColor: 'transparent', cellPaddingBlockMD: 9, rowSelectedBg: isDark ? '#16302e' : '#e2f0ee', rowSelectedHoverBg: isDark ? '#1c3a37' : '#d6e9e6' },
      Drawer: { paddingLG: 24 },
    },
  };
}
