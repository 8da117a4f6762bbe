#pragma once

#include "app/client/documents/document_view.h"

#include <QUrl>

namespace guanwu {

/// A paper on its way to the check-list of a document: its bytes first, then its place on the list.
class DocumentPaperUpload : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::DocumentView* view MEMBER m_view NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    static constexpr qint64 kMostBytes = 10 * 1024 * 1024; ///< as the server takes

    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    Q_INVOKABLE void add(const QString& paper, const QUrl& file);
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void added(const QString& paper);

private:
    void fail(const QString& problem);
    void hang(const QString& paper, const QString& hash, const QString& title);

    DocumentView* m_view = nullptr;
    QString m_problem;
    bool m_busy = false;
};

} // namespace guanwu
