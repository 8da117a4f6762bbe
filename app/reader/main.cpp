#include "app/reader/photo_command.h"
#include "app/reader/picture_command.h"
#include "app/reader/plan_command.h"
#include "app/reader/sheet_command.h"
#include "scanner/scan_worker.h"

#include <cstring>
#include <iostream>

/// guanwu-reader: the child process that opens strangers' files. Only other programs of this product start
/// it; what it reads and answers goes through its standard input and output.
int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "scan") == 0)
        return guanwu::runScanWorker();
    if (argc == 2 && std::strcmp(argv[1], "sheet") == 0)
        return guanwu::runSheetReader();
    if (argc == 2 && std::strcmp(argv[1], "photo") == 0)
        return guanwu::runPhotoCleaner();
    if (argc == 2 && std::strcmp(argv[1], "picture") == 0)
        return guanwu::runPictureReader();
    if (argc == 2 && std::strcmp(argv[1], "plan") == 0)
        return guanwu::runPlanReader();
    std::cerr << "guanwu-reader is started by guanwu, not by hand\n";
    return 2;
}
