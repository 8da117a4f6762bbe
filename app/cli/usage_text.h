#pragma once

#include "app/text/language.h"

#include <string>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace guanwu {

/// The language that a command line asks for. It is looked up before parsing, since help and wrong use are
/// told in it too; what is no language is left to the parser.
[[nodiscard]] Language languageOf(int argc, const char* const* argv);

/// Has the help pages of a program and of every command below speak a language, once all are added.
void shapeHelp(CLI::App& app, Language language);

/// What is wrong with a command line, and where help is: one line.
[[nodiscard]] std::string wrongUseText(const CLI::ParseError& error, Language language);

} // namespace guanwu
