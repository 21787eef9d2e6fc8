import { HINT_COOKIE } from './cookie-names'

/** Where the browser keeps the choices of `useAppearance`. */
export const APPEARANCE_KEY = 'appearance'

/**
 * Runs before the first paint: sets theme and density on `<html>` as chosen (else as the system prefers), and marks
 * documents of people who are signed in, so that static pages show the right header at once.
 */
export const appearanceScript = `(function(){var d=document.documentElement;try{var a=JSON.parse(localStorage.getItem(${JSON.stringify(APPEARANCE_KEY)})||'{}')}catch(e){a={}}var t=a.theme==='light'||a.theme==='dark'?a.theme:matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';d.setAttribute('data-theme',t);if(a.density)d.setAttribute('data-density',a.density);if(/(?:^|; )${HINT_COOKIE}=1/.test(document.cookie))d.setAttribute('data-signed-in','')})()`
