#include "app/client/counting/serial_collector.h"

#include <QStringDecoder>

namespace guanwu {

namespace {

    constexpr char kStartOfText = 0x02;
    constexpr char kEndOfText = 0x03;

    bool isEnd(char byte) { return byte == '\r' || byte == '\n' || byte == kEndOfText; }

    bool isControl(char byte)
    {
        const auto value = static_cast<unsigned char>(byte);
        return value < 0x20 || value == 0x7F;
    }

} // namespace

QStringList SerialCollector::take(const QByteArray& bytes, qint64 ms)
{
    expire(ms);
    m_last = ms;
    QStringList codes;
    for (const char byte : bytes) {
        if (isEnd(byte)) {
            if (const QString code = end(); !code.isEmpty())
                codes.push_back(code);
        } else if (byte == kStartOfText) {
            clear();
        } else if (isControl(byte) || m_held.size() >= kMost) {
            m_spoilt = true;
        } else {
            m_held += byte;
        }
    }
    return codes;
}

bool SerialCollector::expire(qint64 ms)
{
    if (!isHolding() || ms - m_last <= kStallMs)
        return false;
    clear();
    return true;
}

void SerialCollector::clear()
{
    m_held.clear();
    m_spoilt = false;
}

QString SerialCollector::end()
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString code = QString(decoder(m_held)).trimmed();
    const bool isGarbled = m_spoilt || decoder.hasError();
    clear();
    if (isGarbled)
        ++m_garbled;
    return isGarbled || code.size() < kFewest ? QString() : code;
}

} // namespace guanwu
