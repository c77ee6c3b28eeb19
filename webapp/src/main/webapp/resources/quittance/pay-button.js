/*
 * Optional looks for links of the class "quittance-pay" in a business's own site. Needs nothing, stores nothing, sends nothing:
 * paying happens on the hosted page that the link opens, never inside the site. A link that does not lead to the server from which
 * this script came is disarmed, so that nobody can slip a false one in among them.
 */
(function () {
  'use strict';
  var here = new URL(document.currentScript.src).origin;

  function dress(link) {
    var target;
    try {
      target = new URL(link.href);
    } catch (malformed) {
      target = null;
    }
    if (target === null || target.origin !== here || target.pathname.indexOf('/p/') !== 0) {
      link.removeAttribute('href');
      link.setAttribute('aria-disabled', 'true');
      return;
    }
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.referrerPolicy = 'no-referrer';
    Object.assign(link.style, {
      display: 'inline-block', padding: '12px 20px', borderRadius: '8px', background: '#1d4ed8', color: '#ffffff',
      font: '600 16px/1.25 system-ui, sans-serif', textDecoration: 'none'
    });
  }

  function all() {
    document.querySelectorAll('a.quittance-pay').forEach(dress);
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', all);
  } else {
    all();
  }
}());
