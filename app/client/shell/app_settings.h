#pragma once

#include <QObject>
#include <QSettings>
#include <qqmlregistration.h>

namespace guanwu {

/// How this device shows things; kept in a file of the user.
class AppSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("there is one, made by main()")
    Q_PROPERTY(int scheme READ scheme WRITE setScheme NOTIFY changed)
    Q_PROPERTY(bool largeType READ largeType WRITE setLargeType NOTIFY changed)
    Q_PROPERTY(bool sound READ sound WRITE setSound NOTIFY changed)
    Q_PROPERTY(QString camera READ camera WRITE setCamera NOTIFY changed)
    Q_PROPERTY(QString serialPort READ serialPort WRITE setSerialPort NOTIFY changed)
    Q_PROPERTY(int serialSpeed READ serialSpeed WRITE setSerialSpeed NOTIFY changed)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)

public:
    explicit AppSettings(const QString& file);

    /// As in Theme.Scheme.
    [[nodiscard]] int scheme() const { return m_settings.value(QLatin1StringView("scheme"), 0).toInt(); }
    void setScheme(int scheme) { set(QLatin1StringView("scheme"), scheme); }
    [[nodiscard]] bool largeType() const
    {
        return m_settings.value(QLatin1StringView("large_type"), false).toBool();
    }
    void setLargeType(bool large) { set(QLatin1StringView("large_type"), large); }
    [[nodiscard]] bool sound() const { return m_settings.value(QLatin1StringView("sound"), true).toBool(); }
    void setSound(bool sound) { set(QLatin1StringView("sound"), sound); }
    /// What is looked through: "default", a folder of pictures, a video file, or "none". For this run only.
    [[nodiscard]] QString camera() const { return m_camera; }
    void setCamera(const QString& camera);
    /// The serial line of a hand scanner, as SerialScanner has it; empty = none.
    [[nodiscard]] QString serialPort() const
    {
        return m_settings.value(QLatin1StringView("serial_port")).toString();
    }
    void setSerialPort(const QString& port) { set(QLatin1StringView("serial_port"), port); }
    [[nodiscard]] int serialSpeed() const
    {
        return m_settings.value(QLatin1StringView("serial_speed"), 9600).toInt();
    }
    void setSerialSpeed(int speed) { set(QLatin1StringView("serial_speed"), speed); }
    /// "zh_CN" or "en"; takes hold at the next start.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language) { set(QLatin1StringView("language"), language); }

Q_SIGNALS:
    void changed();

private:
    void set(QLatin1StringView key, const QVariant& value);

    QSettings m_settings;
    QString m_camera = QStringLiteral("default");
};

} // namespace guanwu
