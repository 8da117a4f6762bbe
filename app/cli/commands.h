#pragma once

#include "app/cli/context.h"

namespace CLI {
class App;
}

namespace guanwu {

// Each adds one command to the program; the command, when named, sets context.run.
void addAuditCommand(CLI::App& app, CliContext& context);
void addInitCommand(CLI::App& app, CliContext& context);
void addDemoCommand(CLI::App& app, CliContext& context);
void addImportCommand(CLI::App& app, CliContext& context);
void addBackupCommands(CLI::App& app, CliContext& context);
void addExportCommand(CLI::App& app, CliContext& context);
void addCheckCommand(CLI::App& app, CliContext& context);
void addScanCommand(CLI::App& app, CliContext& context);
void addLabelCommand(CLI::App& app, CliContext& context);
void addTaskCommand(CLI::App& app, CliContext& context);
void addRegisterCommand(CLI::App& app, CliContext& context);
void addDoctorCommand(CLI::App& app, CliContext& context);
void addDepreciateCommand(CLI::App& app, CliContext& context);
void addReconcileCommand(CLI::App& app, CliContext& context);
void addReportCommand(CLI::App& app, CliContext& context);
void addDocumentCommand(CLI::App& app, CliContext& context);
void addUserCommand(CLI::App& app, CliContext& context);
void addDeviceCommand(CLI::App& app, CliContext& context);
void addHandheldCommand(CLI::App& app, CliContext& context);
void addIdleCommand(CLI::App& app, CliContext& context);
void addLeaseCommand(CLI::App& app, CliContext& context);
void addSpaceCommand(CLI::App& app, CliContext& context);
void addTitleCommand(CLI::App& app, CliContext& context);
void addClassCommand(CLI::App& app, CliContext& context);
void addUnitCommand(CLI::App& app, CliContext& context);
void addServeCommand(CLI::App& app, CliContext& context);
void addShowcaseCommand(CLI::App& app, CliContext& context);

} // namespace guanwu
