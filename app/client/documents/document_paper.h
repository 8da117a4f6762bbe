#pragma once

#include "app/client/documents/document_view.h"

#include <QUrl>

namespace guanwu {

/// A paper on its way to the check-list of a document: its bytes first, then its place on the list. It goes
/// to the document that was shown when it was chosen, whichever is shown when the bytes have arrived.
class DocumentPaperUpload : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::DocumentView* view READ view WRITE setView NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    static constexpr qint64 kMostBytes = 10 * 1024 * 1024; ///< as the server takes

    using QObject::QObject;
    [[nodiscard]] DocumentView* view() const { return m_view; }
    void setView(DocumentView* view);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    Q_INVOKABLE void add(const QString& paper, const QUrl& file);
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void added(const QString& paper);

private:
    void fail(const QString& problem);
    void hang(const QString& hash);

    struct Wanted {
        QString number; ///< of the document
        qint64 revision = 0;
        QString paper;
        QString title;
    };
    QPointer<DocumentView> m_view; ///< its page may be gone before an answer comes
    QPointer<Calls> m_calls;
    Wanted m_wanted;
    Call m_last; ///< sent again as the same write after a lost answer
    QString m_problem;
    bool m_busy = false;
};

} // namespace guanwu
