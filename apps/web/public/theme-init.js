// Before the first paint, so that a dark page never flashes white; main.tsx takes over afterwards.
(function () {
  var chosen = null;
  var locale = null;
  try {
    chosen = localStorage.getItem('skillhall.theme');
    locale = localStorage.getItem('skillhall.locale');
  } catch (refused) {
    // A browser without storage follows the system.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  if (locale) document.documentElement.lang = locale;
})();
