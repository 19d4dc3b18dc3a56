import type { SignInNotice } from '../../identity-center/sign-in/notices.js';
import { inertLine } from '../../results/inert.js';
import { localTime } from './local-time.js';

/** What a notice of the sign-in says on a terminal. */
export function noticeText(notice: SignInNotice, session: string): string {
  switch (notice.kind) {
    case 'open-page':
      return (
        `${notice.opensByItself ? 'Opening your browser' : 'Open this page in a browser on this machine'} to sign in to ${inertLine(session)}` +
        `${notice.opensByItself ? '. If it does not open, go to' : ''}:\n\n  ${inertLine(notice.url)}\n\n` +
        'Waiting 10 minutes for the browser to come back; Ctrl-C cancels. With a browser on another machine: --use-device-code.\n'
      );
    case 'enter-code':
      return (
        `${notice.opensByItself ? 'Opening your browser. On any other machine, go to' : 'To sign in, go on any machine to'} ${inertLine(notice.url)} and enter the code\n\n` +
        `  ${inertLine(notice.userCode)}\n\n` +
        `or go to ${inertLine(notice.urlWithCode)}, where it is filled in.\n` +
        `Approve only what you started yourself: the page has to show this code. It expires at ${localTime(notice.expiresAt)}.\n`
      );
    case 'without-browser':
      return `Signing in to ${inertLine(session)} with a code, because ${notice.reason}.\n`;
    case 'browser-not-opened':
      return `The browser did not open (${inertLine(notice.reason)}): please open the page yourself.\n`;
    case 'unreachable':
      return `The sign-in cannot be looked up at the moment (${inertLine(notice.reason)}); trying again.\n`;
    default:
      return notice satisfies never;
  }
}
