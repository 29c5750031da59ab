import { deliverPractice, deviceOutbox } from '@skillhall/assessment/web';
import { followLocale } from '@skillhall/ui/i18n';
import { followSession, loadSession } from '@skillhall/ui/session';
import { followTheme } from '@skillhall/ui/theme';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import '@skillhall/ui/theme/tokens.css';
import '@skillhall/ui/theme/base.css';
import { makeRouter } from './routes.js';

followTheme();
followLocale();
followSession();
void loadSession();
// Answers left on this device go out wherever the person is in the app.
void deviceOutbox();
void deliverPractice();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RouterProvider router={makeRouter()} />
  </StrictMode>,
);
