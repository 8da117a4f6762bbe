#include "app/client/records/answer_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace guanwu {

namespace {

    struct AnswerFile {
        Q_DECLARE_TR_FUNCTIONS(AnswerFile)
    };

} // namespace

QString writeAnswer(const CallAnswer& answer, const QUrl& file)
{
    if (!answer.isOk())
        return answer.problem;
    QSaveFile target(file.toLocalFile());
    if (target.open(QIODevice::WriteOnly) && target.write(answer.bytes) == answer.bytes.size()
        && target.commit())
        return {};
    return AnswerFile::tr("The file could not be written: %1").arg(target.errorString());
}

} // namespace guanwu
