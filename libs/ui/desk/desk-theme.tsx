import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import zhTW from 'antd/locale/zh_TW';
import type { ReactNode } from 'react';
import { useLocale } from '../i18n/index.js';
import { antdTheme } from '../theme/antd-theme.js';
import { useDark } from '../theme/index.js';
import 'virtual:antd.css';
import './desk.css';

const locales = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/**
 * antd in the colours, the light and the language of the house. Lists and drawers open inside the page's landmark,
 * where who hears the page expects its content.
 */
export function DeskTheme({ children }: { readonly children: ReactNode }): ReactNode {
  const locale = useLocale();
  return (
    <ConfigProvider
      locale={locales[locale]}
      theme={antdTheme(useDark())}
      button={{ autoInsertSpace: false }}
      getPopupContainer={() => document.getElementById('content') ?? document.body}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
