#pragma once

#include "app/client/gallery/fake_calls.h"
#include "app/client/session/client_session.h"
#include "app/client/shell/app_settings.h"

#include <functional>
#include <memory>

namespace guanwu {

/// What a page of the gallery stands in: a session of its own over a store in a temporary folder.
struct GalleryWorld {
    std::filesystem::path store;
    std::unique_ptr<ClientSession> session;
    FakeCalls* calls = nullptr; ///< the session's
    std::unique_ptr<AppSettings> settings;
    std::shared_ptr<void> more {}; ///< whatever else must live as long
};

/// One page on made-up data.
struct GalleryPage {
    QString name; ///< "registry-list"; names its picture
    QString url; ///< of the QML file
    QString role = QStringLiteral("unit_clerk"); ///< who looks at it; empty = nobody is logged in
    /// Tells the calls what to answer, fills the store, and gives further properties of the page.
    std::function<QVariantMap(GalleryWorld&)> prepare {};
    bool isShellPage = true; ///< takes session, settings, isCompact, isExpanded
    int frames = 0; ///< of its camera that are read before it is pictured
    bool isOnHandhelds = true; ///< false: there is no such thing on a small screen
    /// What is then pressed, ticked ("+name") or written ("name=text"), one after the other; "name?" only
    /// where there is one.
    QStringList presses {};
};

} // namespace guanwu
