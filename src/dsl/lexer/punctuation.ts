/**
 * Signs. Braces and brackets of arguments are other tokens than those of blocks, because in arguments `{a:30}` is an object
 * and outside `:30` is a minute.
 */
import { createToken, type TokenType } from "chevrotain";

function sign(name: string, label = name): TokenType {
  return createToken({ name, label, pattern: label });
}

export const LBrace = sign("{");
export const RBrace = sign("}");
export const Comma = sign(",");
export const Dot = sign(".");
export const Equals = sign("=");
export const Dash = sign("-");
export const Star = sign("*");

/** Opens the arguments mode, in which `)` leads back. */
export const LParen = createToken({ name: "(", label: "(", pattern: "(", push_mode: "arguments" });
export const RParen = createToken({ name: ")", label: ")", pattern: ")", pop_mode: true });

export const ObjectOpen = sign("object {", "{");
export const ObjectClose = sign("object }", "}");
export const ListOpen = sign("[");
export const ListClose = sign("]");
export const Colon = sign(":");
export const Bar = sign("|");
export const Question = sign("?");
export const AtSign = sign("@");
