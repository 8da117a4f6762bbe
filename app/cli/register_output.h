#pragma once

#include "app/cli/context.h"
#include "core/registers/register_service.h"

namespace guanwu {

// Entries of the registers on standard output: JSON, a line each, or a few words.

void printEntry(const CliContext& context, const ShownEntry& shown);
/// One line of a list.
void printEntryLine(const CliContext& context, const ShownEntry& shown);
void printRegisterEvents(
    const CliContext& context, const RegisterType& type, const std::vector<RegisterEvent>& events);
/// The limits of a register with their sources.
void printRegisterRules(const CliContext& context, RegisterKind kind);
/// Types, fields, states and steps of a register.
void printRegisterTypes(const CliContext& context, RegisterKind kind);

} // namespace guanwu
