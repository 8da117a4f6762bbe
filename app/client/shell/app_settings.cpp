#include "app/client/shell/app_settings.h"

using namespace Qt::StringLiterals;

namespace guanwu {

AppSettings::AppSettings(const QString& file)
    : m_settings(file, QSettings::IniFormat)
{
}

QString AppSettings::language() const
{
    return m_settings.value(QLatin1StringView("language"), u"zh_CN"_s).toString();
}

void AppSettings::setCamera(const QString& camera)
{
    m_camera = camera;
    Q_EMIT changed();
}

void AppSettings::set(QLatin1StringView key, const QVariant& value)
{
    if (m_settings.value(key) == value)
        return;
    m_settings.setValue(key, value);
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_app_settings.cpp"
