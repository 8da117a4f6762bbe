#include "scanner/scan_worker.h"

// The reader without its other verbs, so that these tests need no program of app/.
int main() { return guanwu::runScanWorker(); }
