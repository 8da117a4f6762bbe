#include "app/client/counting/serial_scanner.h"

#include <QDir>
#include <QFile>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    struct Speed {
        int bits;
        speed_t token;
    };
    constexpr std::array kSpeeds {Speed {9600, B9600}, Speed {19200, B19200}, Speed {38400, B38400},
        Speed {57600, B57600}, Speed {115200, B115200}};

    speed_t tokenOf(int bits)
    {
        for (const Speed& speed : kSpeeds)
            if (speed.bits == bits)
                return speed.token;
        return B9600;
    }

} // namespace

SerialScanner::SerialScanner(QObject* parent)
    : CodeSource(parent)
{
    m_clock.start();
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &SerialScanner::tryToOpen);
    m_stall.setSingleShot(true);
    m_stall.setTimerType(Qt::PreciseTimer); // a coarse one may come too early
    m_stall.setInterval(SerialCollector::kStallMs + 20);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        if (m_collector.expire(m_clock.elapsed()))
            tell(tr("The scanner ends its codes with nothing. Set its suffix to CR (Enter)."));
    });
}

SerialScanner::~SerialScanner() { close(); }

void SerialScanner::setPort(const QString& port)
{
    if (port == m_port)
        return;
    m_port = port;
    restart();
}

void SerialScanner::setSpeed(int speed)
{
    if (speed == m_speed)
        return;
    m_speed = speed;
    restart();
}

void SerialScanner::setEnabled(bool enabled)
{
    if (enabled == isEnabled())
        return;
    CodeSource::setEnabled(enabled);
    restart();
}

QStringList SerialScanner::ports()
{
    // By what is plugged in, where the system knows it; else by the order in which it was.
    const QDir byName(u"/dev/serial/by-id"_s);
    QStringList out;
    for (const QString& name : byName.entryList(QDir::System | QDir::Files, QDir::Name))
        out.push_back(byName.filePath(name));
    if (out.isEmpty()) {
        const QDir devices(u"/dev"_s);
        for (const QString& name : devices.entryList({u"ttyUSB*"_s, u"ttyACM*"_s}, QDir::System, QDir::Name))
            out.push_back(devices.filePath(name));
    }
    return out;
}

QList<int> SerialScanner::speeds()
{
    QList<int> out;
    for (const Speed& speed : kSpeeds)
        out.push_back(speed.bits);
    return out;
}

void SerialScanner::restart()
{
    close();
    m_retry.stop();
    m_problem.clear();
    if (isEnabled() && !m_port.isEmpty()) {
        m_retry.start();
        tryToOpen();
    }
    Q_EMIT changed();
}

void SerialScanner::tryToOpen()
{
    if (isOpen())
        return;
    // Not waiting for a carrier, and not for whoever holds the other end of what is no serial line.
    const int descriptor
        = ::open(QFile::encodeName(m_port).constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        tell(errno == EACCES ? tr("This user may not read the serial port %1 (group dialout).").arg(m_port)
                : errno == EBUSY ? tr("Another program reads the serial port %1.").arg(m_port)
                                 : tr("The scanner at %1 is not plugged in.").arg(m_port));
        return;
    }
    if (const QString problem = prepare(descriptor); !problem.isEmpty()) {
        ::close(descriptor);
        tell(problem);
        return;
    }
    m_descriptor = descriptor;
    m_collector.clear();
    m_notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SerialScanner::readBytes);
    m_problem.clear();
    Q_EMIT changed();
}

QString SerialScanner::prepare(int descriptor) const
{
    termios line {};
    if (::tcgetattr(descriptor, &line) != 0)
        return tr("%1 is no serial port.").arg(m_port);
    ::cfmakeraw(&line);
    line.c_cflag |= CLOCAL | CREAD;
    line.c_cflag &= ~static_cast<tcflag_t>(CRTSCTS | CSTOPB);
    ::cfsetspeed(&line, tokenOf(m_speed));
    // A second reader would take half of each code.
    if (::tcsetattr(descriptor, TCSANOW, &line) != 0 || ::ioctl(descriptor, TIOCEXCL) != 0)
        return tr("%1 is no serial port.").arg(m_port);
    // What was scanned before anybody listened is not meant for this room.
    ::tcflush(descriptor, TCIFLUSH);
    return {};
}

void SerialScanner::close()
{
    m_stall.stop();
    m_notifier.reset();
    m_collector.clear();
    if (m_descriptor >= 0) {
        ::ioctl(m_descriptor, TIOCNXCL); // or the line stays ours while anybody else holds it
        ::close(m_descriptor);
    }
    m_descriptor = -1;
}

void SerialScanner::readBytes()
{
    std::array<char, 1024> bytes {};
    const ssize_t got = ::read(m_descriptor, bytes.data(), bytes.size());
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) {
        lose(tr("The scanner at %1 is not plugged in.").arg(m_port));
        return;
    }
    const int garbledBefore = m_collector.garbled();
    const QStringList codes
        = m_collector.take(QByteArray(bytes.data(), static_cast<qsizetype>(got)), m_clock.elapsed());
    if (m_collector.isHolding())
        m_stall.start();
    else
        m_stall.stop();
    if (m_collector.garbled() > garbledBefore)
        tell(tr("What the scanner sends is no text. Is its speed %1?").arg(m_speed));
    else if (!codes.isEmpty())
        tell({});
    for (const QString& code : codes)
        Q_EMIT scanned(code);
}

void SerialScanner::lose(const QString& problem)
{
    // Not from within the notifier that is closed here.
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater();
    close();
    tell(problem);
}

void SerialScanner::tell(const QString& problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_serial_scanner.cpp"
