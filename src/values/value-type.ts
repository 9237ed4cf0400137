/** What a shown value may be: any other value of the same type stands for it as well. */
export interface ValueType {
  name: string;
  /** Source of a regular expression that tells such a value in what a page shows. Bounded, so that it can't run away. */
  shown: string;
  /** The same for what may be printed in its place; without it, whatever any entry of this name recognises. */
  accepts?: string;
  /** Whether two equal values on the page may be different ones in the output. */
  varies?: true;
  /** Whether it is a fact of the author's own computer, which in a container is content. */
  ofHost?: true;
}
