// The styles of the antd components that the desk really uses, extracted once at build time: at run time antd
// then writes only its variables (theme `zeroRuntime`). Which components those are is read from the sources,
// so a newly imported one can never be without its styles.
import { createRequire } from 'node:module';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const name = 'virtual:antd.css';
const imports = /import\s*\{([^}]*)\}\s*from\s*'antd'/g;

async function* sources(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist', 'server', 'domain'].includes(entry.name)) yield* sources(path);
    } else if (entry.name.endsWith('.tsx') && !entry.name.includes('.spec.')) yield path;
  }
}

async function usedComponents() {
  const used = new Set(['App', 'ConfigProvider', 'Modal', 'Button']);
  for (const folder of ['apps/web/src', 'libs'])
    for await (const path of sources(join(root, folder)))
      for (const [, list] of (await readFile(path, 'utf8')).matchAll(imports))
        for (const item of list.split(',')) {
          const component = item.trim().replace(/^type\s.*/, '').split(/\s/)[0];
          if (/^[A-Z]/.test(component)) used.add(component);
        }
  return [...used].sort();
}

/** What a component must be given to show all of its styles. */
function samples(React, antd) {
  const h = React.createElement;
  const options = [{ value: '1', label: '1' }];
  return {
    DatePicker: [h(antd.DatePicker), h(antd.DatePicker.RangePicker), h(antd.DatePicker.MonthPicker ?? antd.DatePicker, { picker: 'month' })],
    Drawer: [h(antd.Drawer, { open: true, getContainer: false })],
    Form: [h(antd.Form, null, h(antd.Form.Item, { label: 'a', name: 'a', help: 'a' }, h(antd.Input)))],
    Input: [h(antd.Input), h(antd.Input.TextArea), h(antd.Input.Search), h(antd.Input.Password)],
    Modal: [h(antd.Modal, { open: true, getContainer: false }), h(antd.Modal._InternalPanelDoNotUseOrYouWillBeFired, { type: 'confirm' })],
    App: [
      h(antd.App),
      h(antd.message._InternalPanelDoNotUseOrYouWillBeFired, { content: 'a' }),
      h(antd.notification._InternalPanelDoNotUseOrYouWillBeFired, { title: 'a' }),
    ],
    Popconfirm: [h(antd.Popconfirm._InternalPanelDoNotUseOrYouWillBeFired, { title: 'a' })],
    Select: [h(antd.Select, { options }), h(antd.Select, { options, mode: 'multiple', value: ['1'] })],
    Table: [h(antd.Table, { columns: [{ title: 'a', dataIndex: 'a' }], dataSource: [{ a: 1, key: 1 }], rowSelection: {}, pagination: { pageSize: 1, total: 9, showSizeChanger: true } })],
    Tag: [h(antd.Tag), h(antd.Tag.CheckableTag, { checked: true })],
    Tooltip: [h(antd.Tooltip._InternalPanelDoNotUseOrYouWillBeFired, { title: 'a' })],
    Upload: [h(antd.Upload), h(antd.Upload.Dragger)],
  };
}

/** The style sheet of these components, in variables only: it serves the light and the dark theme. */
export async function extractAntdStyles(components) {
  const require = createRequire(import.meta.url);
  const React = require('react');
  const antd = require('antd');
  const { StyleProvider, createCache, extractStyle } = require('@ant-design/cssinjs');
  const { renderToString } = require('react-dom/server');
  const h = React.createElement;
  const special = samples(React, antd);
  const cache = createCache();
  const hidden = components.filter((component) => component !== 'ConfigProvider');
  const nodes = hidden.flatMap((component) => special[component] ?? [h(antd[component])]);
  // A key other than the app's: else the light variables would be baked in and the dark theme would be dead.
  const theme = { hashed: false, cssVar: { key: 'extracted' } };
  const warn = console.error;
  console.error = () => {};
  try {
    for (const node of nodes) renderToString(h(StyleProvider, { cache }, h(antd.ConfigProvider, { theme }, node)));
  } finally {
    console.error = warn;
  }
  return extractStyle(cache, { plain: true, types: ['style'] });
}

/** Serves the extracted sheet as `virtual:antd.css`. */
export function antdStyles() {
  let sheet;
  return {
    name: 'antd-styles',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      sheet ??= await extractAntdStyles(await usedComponents());
      return sheet;
    },
  };
}
