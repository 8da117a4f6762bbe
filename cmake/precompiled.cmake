# What most files include is read once for each way of compiling (docs/adr/0009). A file still includes what it uses:
# -DGUANWU_PRECOMPILED=OFF builds without.
option(GUANWU_PRECOMPILED "Read common headers once" ON)

set(GUANWU_COMMON_HEADERS
    <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
    <tl/expected.hpp> <unordered_map> <utility> <variant> <vector>)

# What most files with Qt include besides.
set(GUANWU_QT_HEADERS
    <QAbstractListModel> <QDateTime> <QFile> <QJsonArray> <QJsonDocument> <QJsonObject> <QLocale> <QPointer> <QQmlEngine>
    <QQuickItem> <QSettings> <QTimer> <QUrl> <QUuid> <QVariantList> <QVariantMap>)

# g++ 12 forgets that a precompiled header was a system header, and then sees overflows inside std::string alone.
set(GUANWU_PRECOMPILED_OPTIONS -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)

# Reads the common headers and the given ones once for a target.
function(guanwu_precompile target)
  if(GUANWU_PRECOMPILED)
    target_precompile_headers(${target} PRIVATE ${GUANWU_COMMON_HEADERS} ${ARGN})
    target_compile_options(${target} PRIVATE ${GUANWU_PRECOMPILED_OPTIONS})
  endif()
endfunction()

# Lets a target that is compiled alike use what was read for another.
function(guanwu_share_precompiled owner target)
  if(GUANWU_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${owner})
    target_compile_options(${target} PRIVATE ${GUANWU_PRECOMPILED_OPTIONS})
  endif()
endfunction()
