#pragma once

#include "app/client/gallery/campaign_answers.h"
#include "app/client/gallery/gallery_page.h"

#include <QTemporaryDir>
#include <qqmlregistration.h>

namespace guanwu {

/// What a page needs around it, for tests in QML: a session whose calls are fake, over a store in a folder of
/// its own.
class GalleryStage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Who is logged in; empty = nobody. To be set before the rest is asked for.
    Q_PROPERTY(QString role MEMBER m_role NOTIFY changed)
    /// The page of the gallery whose answers the calls give; empty = none. As the role.
    Q_PROPERTY(QString page MEMBER m_page NOTIFY changed)
    Q_PROPERTY(guanwu::ClientSession* session READ session CONSTANT)
    Q_PROPERTY(guanwu::AppSettings* settings READ settings CONSTANT)
    Q_PROPERTY(guanwu::FakeCalls* calls READ calls CONSTANT)

public:
    using QObject::QObject;

    [[nodiscard]] ClientSession* session() { return world().session.get(); }
    [[nodiscard]] AppSettings* settings() { return world().settings.get(); }
    [[nodiscard]] FakeCalls* calls() { return world().calls; }
    /// From now on the calls answer as a campaign under way does.
    Q_INVOKABLE void answerCampaign() { guanwu::answerCampaign(*calls()); }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] GalleryWorld& world();

    QTemporaryDir m_folder;
    QString m_role;
    QString m_page;
    GalleryWorld m_world;
};

} // namespace guanwu
