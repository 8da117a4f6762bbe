#pragma once

#include "app/client/calls/calls.h"

#include <QtQml/qqml.h>

namespace guanwu {

/// Makes Calls known to QML as a type that properties have; pages hand it on and call nothing.
struct CallsType {
    Q_GADGET
    QML_FOREIGN(guanwu::Calls)
    QML_ANONYMOUS
};

} // namespace guanwu
