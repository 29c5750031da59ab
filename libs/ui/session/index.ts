export { deviceName } from './device-name.js';
export {
  chooseLocale,
  confirmedAccount,
  currentViewer,
  followSession,
  loadSession,
  onLeave,
  onSession,
  signOut,
  useMay,
  useSession,
  useViewer,
  welcome,
  type Session,
  type Viewer,
} from './session.js';
