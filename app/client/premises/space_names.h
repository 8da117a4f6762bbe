#pragma once

#include "app/client/records/paged_records.h"

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// What the pages of office space know without asking, and what they say of a room.
class SpaceNames : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList buildingColumns READ buildingColumns CONSTANT) ///< over GET /space/buildings
    Q_PROPERTY(QVariantList overColumns READ overColumns CONSTANT) ///< over GET /space/over
    Q_PROPERTY(QVariantList dueColumns READ dueColumns CONSTANT) ///< over GET /space/due
    Q_PROPERTY(QVariantList repairColumns READ repairColumns CONSTANT) ///< over GET /repairs
    Q_PROPERTY(QVariantList titleColumns READ titleColumns CONSTANT) ///< over GET /titles
    Q_PROPERTY(QVariantList gapColumns READ gapColumns CONSTANT) ///< over GET /title-gaps
    Q_PROPERTY(QVariantList papersColumns READ papersColumns CONSTANT) ///< over GET /title-buildings
    Q_PROPERTY(QVariantList startSituations READ startSituations CONSTANT) ///< { value, text }
    Q_PROPERTY(QVariantList roomKinds READ roomKinds CONSTANT)
    Q_PROPERTY(QVariantList newRoomStates READ newRoomStates CONSTANT)
    Q_PROPERTY(QVariantList encumbranceKinds READ encumbranceKinds CONSTANT) ///< { value, text }
    Q_PROPERTY(QVariantList custodySteps READ custodySteps CONSTANT)
    Q_PROPERTY(QVariantList seatKinds READ seatKinds CONSTANT) ///< { value, text }
    Q_PROPERTY(QVariantList seatEnds READ seatEnds CONSTANT)

public:
    using QObject::QObject;
    [[nodiscard]] QVariantList buildingColumns() const;
    [[nodiscard]] QVariantList overColumns() const;
    [[nodiscard]] QVariantList dueColumns() const;
    [[nodiscard]] QVariantList repairColumns() const;
    [[nodiscard]] QVariantList titleColumns() const;
    [[nodiscard]] QVariantList gapColumns() const;
    [[nodiscard]] QVariantList papersColumns() const;
    [[nodiscard]] QVariantList startSituations() const;
    [[nodiscard]] QVariantList roomKinds() const;
    [[nodiscard]] QVariantList newRoomStates() const;
    [[nodiscard]] QVariantList encumbranceKinds() const;
    [[nodiscard]] QVariantList custodySteps() const;
    [[nodiscard]] QVariantList seatKinds() const;
    [[nodiscard]] QVariantList seatEnds() const;

    // All of a room of GET /space/rooms/{room}.
    /// { text, icon, tone }
    Q_INVOKABLE [[nodiscard]] QVariantList chips(const QVariantMap& room) const;
    /// { label, value, tone }: who holds it, who uses it, who is on paper.
    Q_INVOKABLE [[nodiscard]] QVariantList whoRows(const QVariantMap& room) const;
    Q_INVOKABLE [[nodiscard]] QVariantList areaRows(const QVariantMap& room) const;
    /// { person, name, title, subtitle, icon, tone, isEnded }
    Q_INVOKABLE [[nodiscard]] QVariantList seatRows(const QVariantMap& room) const;
    /// { title, subtitle, icon }: holders, people and what was put right, the newest first.
    Q_INVOKABLE [[nodiscard]] QVariantList historyRows(const QVariantMap& room) const;
    /// { no, title, subtitle, icon, tone }
    Q_INVOKABLE [[nodiscard]] QVariantList documentRows(const QVariantMap& room) const;
    /// { value, text }: the state it is in and those that are entered by hand.
    Q_INVOKABLE [[nodiscard]] QVariantList statesByHand(const QVariantMap& room) const;

    // Of a unit, of GET /space/units/{unit}, and of what is proposed for it.
    /// { label, figures, part, tone }: what it uses of what it may have.
    Q_INVOKABLE [[nodiscard]] QVariantList checkMeters(const QVariantMap& unit) const;
    Q_INVOKABLE [[nodiscard]] QVariantList checkRows(const QVariantMap& unit) const;
    Q_INVOKABLE [[nodiscard]] QString proposalNote(const QVariantMap& proposal) const;
    /// { title, subtitle, icon, tone } of rooms, of needs that none meets, and of rooms given back.
    Q_INVOKABLE [[nodiscard]] QVariantList proposalRows(const QVariantMap& proposal) const;
    /// Codes of proposed rooms that are nobody's now: what a request asks for; and their area.
    Q_INVOKABLE [[nodiscard]] QStringList poolRooms(const QVariantMap& proposal) const;
    Q_INVOKABLE [[nodiscard]] QString poolArea(const QVariantMap& proposal) const;
    /// What goes on to exchange, renting or building: the values with which such a request begins; empty =
    /// every need is met.
    Q_INVOKABLE [[nodiscard]] QVariantMap beyondPool(const QVariantMap& proposal) const;
    /// Rooms of it change hands.
    Q_INVOKABLE [[nodiscard]] bool leadsToDocuments(const QVariantMap& proposal) const;
    /// { title, subtitle, icon, tone } of the drafts of GET /space/proposal/documents and of what leads to
    /// none.
    Q_INVOKABLE [[nodiscard]] QVariantList draftRows(const QVariantMap& documents) const;
    /// { no, title, subtitle, icon, tone, isCurrent, isChanged } of GET /space/units/{unit}/use-certificates.
    Q_INVOKABLE [[nodiscard]] QVariantList certificateRows(const QVariantMap& held) const;
    /// The fields that ask for the posts of a unit by rank, with what its limit is computed from now.
    Q_INVOKABLE [[nodiscard]] QVariantList postFields(const QVariantMap& unit) const;
    /// What such fields hold, as the server takes it.
    Q_INVOKABLE [[nodiscard]] QVariantList postsOf(const QJsonObject& filled) const;
    // Of GET /space/publication.
    Q_INVOKABLE [[nodiscard]] QVariantList publicationRows(const QVariantMap& held) const;
    /// { title, subtitle, icon, tone } of units with something that was not made public this year, the first
    /// few.
    Q_INVOKABLE [[nodiscard]] QVariantList unpublishedRows(const QVariantMap& held) const;
    Q_INVOKABLE [[nodiscard]] int unpublishedRooms(const QVariantMap& held) const;
    /// { title, subtitle, icon, tone, certificate } of a document about rooms.
    Q_INVOKABLE [[nodiscard]] QVariantMap requestRow(
        const QVariantMap& document, const QVariantMap& methodNames) const;

    // Of repairs and certificates.
    Q_INVOKABLE [[nodiscard]] QVariantList repairRows(const QVariantMap& repair) const;
    Q_INVOKABLE [[nodiscard]] QVariantList rankRows(const QVariantMap& repair) const;
    Q_INVOKABLE [[nodiscard]] QVariantList titleChips(const QVariantMap& title) const;
    Q_INVOKABLE [[nodiscard]] QVariantList titleRows(const QVariantMap& title) const;
    /// { name, title, subtitle, icon, tone, isDone }
    Q_INVOKABLE [[nodiscard]] QVariantList missingRows(const QVariantMap& title) const;
    /// { no, title, subtitle, icon, tone }
    Q_INVOKABLE [[nodiscard]] QVariantList blockRows(const QVariantMap& title) const;
    Q_INVOKABLE [[nodiscard]] QVariantList custodyRows(const QVariantMap& title) const;
    /// Of a building of GET /title-buildings.
    Q_INVOKABLE [[nodiscard]] QVariantList papersRows(const QVariantMap& building) const;
    /// Everything of the worklist that is said of one building or certificate.
    Q_INVOKABLE [[nodiscard]] QVariantList gapsOf(guanwu::PagedRecords* gaps, const QString& subject) const;
};

} // namespace guanwu
