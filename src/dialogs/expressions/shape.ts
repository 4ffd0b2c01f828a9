/** The form of a value as an action declares it: what is known of its input or output before anything runs. Plain data. */
export type Shape =
  | {
      readonly is: 'any' | 'text' | 'number' | 'yes/no' /** the texts it can be, where they are known */;
      readonly oneOf?: readonly string[];
    }
  | { readonly is: 'list'; readonly of: Shape }
  | {
      readonly is: 'map';
      readonly fields: { readonly [name: string]: Shape };
      /** fields that may be missing */
      readonly optional: readonly string[];
      /** may hold more than is declared */
      readonly isOpen: boolean;
    };
