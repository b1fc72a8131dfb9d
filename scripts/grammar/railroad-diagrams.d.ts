/** What we use of the library, which brings no types. */
declare module "@prantlf/railroad-diagrams" {
  export class Item {
    toString(): string;
  }
  interface Options {
    readonly href?: string;
    readonly title?: string;
  }
  export class Terminal extends Item {
    constructor(text: string, options?: Options);
  }
  export class NonTerminal extends Item {
    constructor(text: string, options?: Options);
  }
  export class Sequence extends Item {
    constructor(...items: Item[]);
  }
  export class Stack extends Item {
    constructor(...items: Item[]);
  }
  export class Choice extends Item {
    constructor(normal: number, ...items: Item[]);
  }
  export class Optional extends Item {
    constructor(item: Item);
  }
  export class OneOrMore extends Item {
    constructor(item: Item, separator?: Item);
  }
  export class ZeroOrMore extends Item {
    constructor(item: Item, separator?: Item);
  }
  export class Diagram extends Item {
    constructor(...items: Item[]);
  }
}
