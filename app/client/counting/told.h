#pragma once

#include <QObject>
#include <qqmlregistration.h>

namespace guanwu {

/// What a clerk is told of a scan.
struct Told {
    Q_GADGET
    QML_VALUE_TYPE(told)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString word MEMBER word)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString event MEMBER event)
    Q_PROPERTY(QString condition MEMBER condition)
    Q_PROPERTY(QString user MEMBER user)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(int photos MEMBER photos)
    Q_PROPERTY(int serial MEMBER serial)
    Q_PROPERTY(bool isSurplus MEMBER isSurplus)

public:
    QString key; ///< of VerdictStyle, as are the next three; empty = nothing was told yet
    QString word;
    QString icon;
    QString tone;
    QString name; ///< of the thing
    QString detail; ///< where it belongs, who counted it before, what to do
    QString code; ///< as read
    QString event; ///< id of the scan; empty = nothing was saved, so nothing can be added
    QString condition; ///< token
    QString user; ///< code
    QString note;
    int photos = 0;
    int serial = 0; ///< grows with everything told
    bool isSurplus = false; ///< entered as a thing that is on no book

    bool operator==(const Told&) const = default;
};

} // namespace guanwu
