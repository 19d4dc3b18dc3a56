/** What a person has to know while they sign in. The door that they came through shows it. */
export type SignInNotice =
  | {
      /** Approve in the browser of this machine, on this page. */
      readonly kind: 'open-page';
      readonly url: string;
      readonly opensByItself: boolean;
    }
  | {
      /** Approve anywhere, if the page shows this code. */
      readonly kind: 'enter-code';
      readonly url: string;
      /** The page with the code filled in. */
      readonly urlWithCode: string;
      readonly userCode: string;
      /** Milliseconds since the Unix epoch. */
      readonly expiresAt: number;
      readonly opensByItself: boolean;
    }
  /** Why a code is used although nobody asked for one. */
  | { readonly kind: 'without-browser'; readonly reason: string }
  | { readonly kind: 'browser-not-opened'; readonly reason: string }
  /** The token service cannot be reached for the moment; asking goes on. */
  | { readonly kind: 'unreachable'; readonly reason: string };

export type TellNotice = (notice: SignInNotice) => void;
