import { type Console, help, type Waiting } from './console-kind.ts';

const none = /^$/;
const python = /^(?:python|python3|py|pycon|ipython)$/;
const js = /^(?:js|javascript|node|ts|typescript)$/;
const ruby = /^(?:ruby|rb|irb)$/;
const php = /^php$/;

/** A small language's interpreter, which takes a file or a text of it, or else asks. */
function interpreter(also = none): Waiting {
  return {
    valued: /^(?:-r|-I|--require|-S)$/,
    ends: new RegExp(`^(?:-[eEv]|--eval\\b|${help})`),
    free: 0,
    stays: also,
  };
}

/** The interpreters of languages, and what starts one. */
export const languageConsoles: readonly Console[] = [
  {
    names: /^(?:i|b|pt)?python[\d.]*$|^pypy[\d.]*$/,
    language: 'python',
    tags: python,
    images: /^(?:python|pypy)$/,
    opens: {
      valued: /^-[WX]$/,
      ends: new RegExp(`^(?:-[bBdEIOqsSuvx]*[cm]|-VV|${help})`),
      free: 0,
      stays: /^-[a-zA-Z]*i$/,
    },
  },
  { names: /(?:^|\/)manage\.py$/, language: 'python', tags: python, opens: { by: /^shell(?:_plus)?\b/ } },
  { names: /^(?:flask|scrapy)$/, language: 'python', tags: python, opens: { by: /^shell\b/ } },
  {
    names: /^(?:node|nodejs)$/,
    language: 'brackets',
    tags: js,
    images: /^node$/,
    angle: true,
    opens: {
      valued: /^(?:-r|--require|--import|-C|--conditions|--env-file)$/,
      ends: new RegExp(`^(?:-[vepc]|-pe|--eval|--print|--check|--run|--test|--v8-options|${help})`),
      free: 0,
      stays: /^(?:-i|--interactive)$/,
    },
  },
  { names: /^(?:deno|bun)$/, language: 'brackets', tags: js, angle: true, opens: { by: /^repl\b/ } },
  { names: /^(?:irb|pry)$/, language: 'brackets', tags: ruby, opens: interpreter() },
  { names: /^hanami$/, language: 'brackets', tags: ruby, opens: { by: /^console\b/ } },
  { names: /(?:^|\/)rails$/, language: 'brackets', tags: ruby, opens: { by: /^(?:c|console)(?: |$)/ } },
  { names: /^php[\d.]*$/, language: 'brackets', tags: php, opens: { by: /^(?:-a|--interactive)(?: |$)/ } },
  { names: /(?:^|\/)artisan$/, language: 'brackets', tags: php, opens: { by: /^tinker\b/ } },
  {
    names: /^iex$/,
    language: 'brackets',
    tags: /^(?:elixir|iex)$/,
    images: /^elixir$/,
    opens: interpreter(),
  },
  {
    names: /^jshell$/,
    language: 'brackets',
    tags: /^(?:java|jshell)$/,
    images: /^(?:jshell|openjdk)$/,
    opens: interpreter(),
  },
  { names: /^scala$/, language: 'brackets', tags: /^scala$/, opens: interpreter() },
  { names: /^ghci$/, language: 'lines', tags: /^(?:haskell|hs)$/, images: /^haskell$/, opens: interpreter() },
  { names: /^erl$/, language: 'lines', tags: /^(?:erlang|erl)$/, images: /^erlang$/, opens: interpreter() },
  { names: /^(?:lua|luajit)$/, language: 'lines', tags: /^lua$/, angle: true, opens: interpreter(/^-i$/) },
  {
    names: /^julia$/,
    language: 'lines',
    tags: /^(?:julia|jl)$/,
    images: /^julia$/,
    angle: true,
    opens: interpreter(/^-i$/),
  },
  { names: /^R$/, language: 'lines', tags: /^r$/, images: /^r-base$/, angle: true, opens: interpreter() },
  { names: /^clj$/, language: 'lines', tags: /^(?:clojure|clj)$/, opens: interpreter() },
  { names: /^sbcl$/, language: 'lines', tags: /^(?:lisp|common-lisp)$/, opens: interpreter() },
  { names: /^groovysh$/, language: 'lines', tags: /^groovy$/, opens: interpreter() },
  { names: /^tclsh$/, language: 'lines', tags: /^tcl$/, opens: interpreter() },
];
