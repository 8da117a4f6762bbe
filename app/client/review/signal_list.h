#pragma once

#include "app/client/review/sheet_view.h"

namespace guanwu {

/// What in the events of a sheet does not look like walking: questions with their evidence, never verdicts.
class SignalList : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::SheetView* sheet READ sheet WRITE setSheet NOTIFY changed)
    /// { kind, name, question, figures: [{ name, value }], evidence: [{ at, code, place, install, actor }] }
    Q_PROPERTY(QVariantList questions READ questions NOTIFY changed)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] SheetView* sheet() const { return m_sheet; }
    void setSheet(SheetView* sheet);
    [[nodiscard]] QVariantList questions() const { return m_questions; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QString problem() const { return m_problem; }
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void changed();

private:
    QPointer<SheetView> m_sheet;
    QVariantList m_questions;
    QString m_problem;
    bool m_loaded = false;
};

} // namespace guanwu
